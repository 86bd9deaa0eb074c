package dev.springtide.messaging;

import java.util.List;

/**
 * Applies the effects of events to the service's database.
 *
 * <p>It runs inside one transaction that commits when it returns. A wave holds at most one event of
 * each aggregate, in the order of arrival. It must be idempotent: a wave may be rolled back and run
 * again, whole or in parts, and an event may be delivered more than once. It must not call anything
 * but the database, and it must take row locks in a fixed order.
 *
 * <p>A transient data access failure repeats the wave later; anything else thrown, an {@link Error}
 * included, parks the events that cause it.
 */
@FunctionalInterface
public interface WaveHandler {

    void handle(List<InboundEvent<?>> wave);
}
