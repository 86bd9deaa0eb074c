package dev.springtide.order.adapter.messaging;

import dev.springtide.contract.DomainEvent;
import dev.springtide.contract.EventType;
import dev.springtide.contract.EventTypes;
import dev.springtide.json.ContractJson;
import dev.springtide.messaging.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as a broker hands them over. */
final class Records {

    private static final AtomicLong OFFSETS = new AtomicLong();

    private Records() {}

    static ConsumerRecord<String, byte[]> of(DomainEvent event, String traceparent) {
        EventType<?> type = EventTypes.of(event.getClass());
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(
                        type.topic(),
                        0,
                        OFFSETS.incrementAndGet(),
                        event.aggregateId(),
                        ContractJson.mapper().writeValueAsBytes(event));
        header(record, CloudEventHeaders.ID, UUID.randomUUID().toString());
        header(record, CloudEventHeaders.TYPE, type.name());
        header(record, CloudEventHeaders.TIME, Instant.EPOCH.toString());
        header(record, CloudEventHeaders.AGGREGATE_VERSION, "1");
        header(record, CloudEventHeaders.TRACEPARENT, traceparent);
        return record;
    }

    private static void header(ConsumerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
