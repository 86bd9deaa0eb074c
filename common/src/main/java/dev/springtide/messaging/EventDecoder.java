package dev.springtide.messaging;

import dev.springtide.contract.DomainEvent;
import dev.springtide.contract.EventType;
import dev.springtide.contract.EventTypes;
import dev.springtide.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads records as events. */
final class EventDecoder {

    private EventDecoder() {}

    /** The type of a record's event; null when no release known here has published it. */
    static @Nullable EventType<?> type(ConsumerRecord<String, byte[]> record) {
        String name = header(record, CloudEventHeaders.TYPE);
        return name == null ? null : EventTypes.named(name).orElse(null);
    }

    /**
     * Reads headers and body.
     *
     * @throws RuntimeException whatever is wrong with the record: it will be so for ever
     */
    static InboundEvent<?> decode(ConsumerRecord<String, byte[]> record, EventType<?> type) {
        if (record.key() == null || record.value() == null) {
            throw new IllegalArgumentException("the record has no key or no value");
        }
        DomainEvent event = ContractJson.mapper().readValue(record.value(), type.record());
        if (event == null) {
            throw new IllegalArgumentException("the body is null");
        }
        // Whoever locks, orders and parks by the key must not change what the body names instead.
        if (!event.aggregateId().equals(record.key())) {
            throw new IllegalArgumentException("the key is not the aggregate of the body");
        }
        return new InboundEvent<>(
                UUID.fromString(required(record, CloudEventHeaders.ID)),
                type.name(),
                record.key(),
                Long.parseLong(required(record, CloudEventHeaders.AGGREGATE_VERSION)),
                Instant.parse(required(record, CloudEventHeaders.TIME)),
                header(record, CloudEventHeaders.TRACEPARENT),
                event);
    }

    static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String required(ConsumerRecord<?, ?> record, String name) {
        String value = header(record, name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }
}
