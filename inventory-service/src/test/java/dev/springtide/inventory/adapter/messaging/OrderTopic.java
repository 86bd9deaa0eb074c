package dev.springtide.inventory.adapter.messaging;

import dev.springtide.contract.EventTypes;
import dev.springtide.contract.Topics;
import dev.springtide.contract.order.v1.OrderEvent;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.json.ContractJson;
import dev.springtide.messaging.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Stands in for order-service: publishes order events and waits until they are consumed. */
final class OrderTopic implements AutoCloseable {

    static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final String GROUP = "inventory-stock";

    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            Infrastructure.kafka().bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());
    private final Admin admin =
            Admin.create(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            Infrastructure.kafka().bootstrapServers()));

    /** Waits for the topic, which the service makes. */
    OrderTopic() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> admin.listTopics().names().get().contains(Topics.ORDER_EVENTS));
    }

    /** Publishes in the given order. */
    void publish(List<? extends OrderEvent> events) {
        for (OrderEvent event : events) {
            var _ = producer.send(record(event));
        }
        producer.flush();
    }

    /** Publishes something that is no event of any release. */
    void publishRubbish(UUID orderId) {
        var record = record(new dev.springtide.contract.order.v1.OrderPaid(orderId));
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                record.topic(),
                                null,
                                record.key(),
                                "{".getBytes(StandardCharsets.UTF_8),
                                record.headers()));
        producer.flush();
    }

    /** Waits until the service has committed everything that was published. */
    void awaitConsumed() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> lag() == 0);
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private long lag() throws ExecutionException, InterruptedException {
        var topic = admin.describeTopics(List.of(Topics.ORDER_EVENTS)).allTopicNames().get();
        var latest =
                topic.values().stream()
                        .flatMap(description -> description.partitions().stream())
                        .map(p -> new TopicPartition(Topics.ORDER_EVENTS, p.partition()))
                        .collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest()));
        var consumed = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .mapToLong(end -> {
                    var offset = consumed.get(end.getKey());
                    return end.getValue().offset() - (offset == null ? 0 : offset.offset());
                })
                .sum();
    }

    private static ProducerRecord<String, byte[]> record(OrderEvent event) {
        var record =
                new ProducerRecord<>(
                        Topics.ORDER_EVENTS,
                        event.aggregateId(),
                        ContractJson.mapper().writeValueAsBytes(event));
        Map.of(
                        CloudEventHeaders.ID,
                        UUID.randomUUID().toString(),
                        CloudEventHeaders.TYPE,
                        EventTypes.of(event.getClass()).name(),
                        CloudEventHeaders.TIME,
                        Instant.EPOCH.toString(),
                        CloudEventHeaders.AGGREGATE_VERSION,
                        "1",
                        CloudEventHeaders.TRACEPARENT,
                        TRACEPARENT)
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
