package dev.springtide.messaging;

import dev.springtide.contract.DomainEvent;
import dev.springtide.contract.EventTypes;
import dev.springtide.contract.Topics;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.id.UuidV7;
import dev.springtide.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes records as the relay publishes them, and such as nobody should. */
final class Records {

    private static final UuidV7 IDS = new UuidV7(Clock.systemUTC());
    private final AtomicLong offset = new AtomicLong();

    ConsumerRecord<String, byte[]> event(UUID aggregate, long version, String reason) {
        return record(
                aggregate.toString(),
                version,
                EventTypes.of(StockReleaseRequested.class).name(),
                body(new StockReleaseRequested(aggregate, reason)));
    }

    ConsumerRecord<String, byte[]> unreadable(@Nullable String key, String body) {
        return record(
                key,
                1,
                EventTypes.of(StockReleaseRequested.class).name(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack a key
    ConsumerRecord<String, byte[]> record(
            @Nullable String key, long version, @Nullable String type, byte @Nullable [] body) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(Topics.ORDER_EVENTS, 0, offset.getAndIncrement(), key, body);
        UUID id = IDS.next();
        Headers headers = record.headers();
        headers.add(CloudEventHeaders.ID, bytes(id.toString()));
        headers.add(CloudEventHeaders.TIME, bytes(UuidV7.timestamp(id).toString()));
        headers.add(CloudEventHeaders.AGGREGATE_VERSION, bytes(Long.toString(version)));
        if (type != null) {
            headers.add(CloudEventHeaders.TYPE, bytes(type));
        }
        return record;
    }

    static byte[] body(DomainEvent event) {
        return ContractJson.mapper().writeValueAsBytes(event);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
