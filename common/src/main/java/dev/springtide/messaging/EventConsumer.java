package dev.springtide.messaging;

import dev.springtide.contract.EventType;
import java.util.Set;

/**
 * One consumer of events in a service.
 *
 * @param name names it for ever: parked records refer to it
 * @param interestedIn the record classes it wants; all others are skipped
 */
record EventConsumer(String name, Set<Class<?>> interestedIn, WaveHandler handler) {

    boolean wants(EventType<?> type) {
        return interestedIn.contains(type.record());
    }
}
