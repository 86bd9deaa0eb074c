package dev.springtide.outbox;

import dev.springtide.contract.Topics;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.json.ContractJson;
import dev.springtide.messaging.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed to the order topic from the moment it is made. */
final class Reader implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean running = true;

    /** What an event of the fixture says. */
    record Seen(String aggregate, long version, long number, long receivedNanos) {}

    Reader(String kafka, Consumer<Seen> sink) throws InterruptedException {
        new TopicSetup(Map.of("bootstrap.servers", kafka), 6, (short) 1).ensure();
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka,
                                "isolation.level",
                                "read_committed",
                                "max.poll.records",
                                5000),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.ORDER_EVENTS).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().start(() -> run(sink));
    }

    private void run(Consumer<Seen> sink) {
        while (running) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                sink.accept(seen(record));
            }
        }
    }

    private static Seen seen(ConsumerRecord<String, byte[]> record) {
        StockReleaseRequested event =
                ContractJson.mapper().readValue(record.value(), StockReleaseRequested.class);
        byte[] version = record.headers().lastHeader(CloudEventHeaders.AGGREGATE_VERSION).value();
        return new Seen(
                record.key(),
                Long.parseLong(new String(version, StandardCharsets.UTF_8)),
                Long.parseLong(event.reason()),
                System.nanoTime());
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
