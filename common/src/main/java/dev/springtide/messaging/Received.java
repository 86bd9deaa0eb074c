package dev.springtide.messaging;

import dev.springtide.contract.EventType;
import dev.springtide.parking.RecordToPark;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of a poll.
 *
 * @param event what it says; null when it cannot be read
 * @param error why it cannot be read
 */
record Received(
        ConsumerRecord<String, byte[]> record,
        String aggregateId,
        @Nullable String type,
        @Nullable InboundEvent<?> event,
        @Nullable String error) {

    /** Reads a record; null when the consumer has no interest in it. */
    static @Nullable Received of(ConsumerRecord<String, byte[]> record, EventConsumer consumer) {
        String aggregateId = RecordToPark.aggregateId(record);
        String name = EventDecoder.header(record, CloudEventHeaders.TYPE);
        if (name == null) {
            return new Received(record, aggregateId, null, null, "the record has no type");
        }
        EventType<?> type = EventDecoder.type(record);
        if (type == null || !consumer.wants(type)) {
            return null;
        }
        try {
            InboundEvent<?> event = EventDecoder.decode(record, type);
            return new Received(record, aggregateId, name, event, null);
        } catch (RuntimeException e) {
            return new Received(record, aggregateId, name, null, e.toString());
        }
    }

    RecordToPark parked(@Nullable String why) {
        return new RecordToPark(record, aggregateId, type, error == null ? why : error);
    }
}
