package dev.springtide.localstack.launcher.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every committed event on the topics, by id, with its place in its partition. */
final class PublishedEvents {

    /**
     * The first time an event appears; a relay that died may have published it again later.
     *
     * @param offset orders the events of one key: they share a partition
     * @param at when it was sent, epoch milliseconds
     * @param content a hash of key, type, version and body
     */
    record Seen(String topic, String key, long offset, long at, int content) {}

    private static final List<String> TOPICS =
            List.of("product-events", "order-events", "inventory-events", "payment-events");
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Set<RecordPlace> planted;
    private final Map<UUID, Seen> byId = new HashMap<>();
    private final Map<RecordPlace, String> strange = new HashMap<>();
    private long records;

    /**
     * @param planted records that are passed over
     */
    PublishedEvents(Set<RecordPlace> planted) {
        this.planted = planted;
    }

    /** Everything up to the ends that the topics have now. */
    static PublishedEvents read(String bootstrapServers, Set<RecordPlace> planted) {
        PublishedEvents events = new PublishedEvents(planted);
        try (KafkaConsumer<String, byte[]> consumer = consumer(bootstrapServers)) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(events::note);
            }
        }
        return events;
    }

    /** Takes the event out, so that in the end only those are left that nobody asked for. */
    Seen take(UUID id) {
        Seen seen = byId.remove(id);
        return seen == null ? NOT_SEEN : seen;
    }

    static final Seen NOT_SEEN = new Seen("", "", -1, 0, 0);

    Map<UUID, Seen> rest() {
        return byId;
    }

    /** Records that are no event of any release, and why. */
    Map<RecordPlace, String> strange() {
        return strange;
    }

    long records() {
        return records;
    }

    static int content(String key, String type, long version, byte[] body) {
        return Arrays.hashCode(
                new int[] {
                    key.hashCode(), type.hashCode(), Long.hashCode(version), Arrays.hashCode(body)
                });
    }

    void note(ConsumerRecord<String, byte[]> record) {
        records++;
        RecordPlace place = new RecordPlace(record.topic(), record.partition(), record.offset());
        if (planted.contains(place)) {
            return;
        }
        try {
            Seen seen =
                    new Seen(
                            record.topic(),
                            record.key(),
                            record.offset(),
                            record.timestamp(),
                            content(
                                    record.key(),
                                    header(record, "ce_type"),
                                    Long.parseLong(header(record, "ce_aggregateversion")),
                                    record.value()));
            byId.putIfAbsent(UUID.fromString(header(record, "ce_id")), seen);
        } catch (IllegalArgumentException e) {
            strange.put(place, String.valueOf(e.getMessage()));
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (record.key() == null || header == null) {
            throw new IllegalArgumentException("a record without key or " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return TOPICS.stream()
                .map(topic -> consumer.partitionsFor(topic))
                .flatMap(Collection::stream)
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
