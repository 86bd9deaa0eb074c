package dev.springtide.localstack.faults;

import dev.springtide.localstack.faults.BadRecord.Flaw;
import dev.springtide.localstack.launcher.audit.RecordPlace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts a bad record on the topics a few times a second, until it is closed. */
final class BadRecords implements AutoCloseable {

    private static final int PER_SECOND = 5;

    private final World world;
    private final Random random;
    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<RecordPlace, Set<String>> parkedBy = new ConcurrentHashMap<>();
    private int number;

    BadRecords(World world) {
        this.world = world;
        this.random = new Random(world.settings().seed());
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                world.platform().bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    void start() {
        var _ = clock.scheduleAtFixedRate(this::send, 0, 1_000 / PER_SECOND, TimeUnit.MILLISECONDS);
    }

    /** Where they stand, each with the consumers that must park it. */
    Map<RecordPlace, Set<String>> parkedBy() {
        return parkedBy;
    }

    @Override
    public void close() {
        clock.close();
        producer.close();
    }

    /** All flaws in turn, each with all kinds of records in turn. */
    private void send() {
        Flaw[] flaws = Flaw.values();
        BadRecord kind = BadRecord.ALL.get(number / flaws.length % BadRecord.ALL.size());
        Flaw flaw = flaws[number % flaws.length];
        number++;
        try {
            RecordMetadata sent = producer.send(record(kind, flaw)).get();
            RecordPlace place = new RecordPlace(sent.topic(), sent.partition(), sent.offset());
            world.planted(place);
            parkedBy.put(place, kind.parkedBy(flaw));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private ProducerRecord<String, byte[]> record(BadRecord kind, Flaw flaw) {
        String nobody = new UUID(random.nextLong(), random.nextLong()).toString();
        String somebody =
                kind.isAboutOrders() ? world.stream().recent().any(random).toString() : "FAULT-0";
        boolean broken = flaw == Flaw.BROKEN_BODY || flaw == Flaw.BEFORE_SOUND_ONES;
        String key = flaw == Flaw.BEFORE_SOUND_ONES && kind.isAboutOrders() ? somebody : nobody;
        String named = flaw == Flaw.WRONG_KEY ? somebody : key;
        String body = broken ? "{\"orderId\":" : String.format(kind.body(), named);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(kind.topic(), key, bytes(body));
        if (flaw != Flaw.NO_HEADERS) {
            describe(record.headers(), kind, flaw);
        }
        return record;
    }

    private static void describe(Headers headers, BadRecord kind, Flaw flaw) {
        String type = flaw == Flaw.UNKNOWN_TYPE ? "dev.springtide.order.invented.v9" : kind.type();
        headers.add("ce_type", bytes(type));
        headers.add("ce_aggregateversion", bytes("2"));
        headers.add("ce_time", bytes(Instant.now().toString()));
        if (flaw != Flaw.NO_ID) {
            headers.add("ce_id", bytes(UUID.randomUUID().toString()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
