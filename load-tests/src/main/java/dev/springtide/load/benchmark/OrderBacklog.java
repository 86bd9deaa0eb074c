package dev.springtide.load.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on the topic of orders as order-service does: each a new order of one unit. */
final class OrderBacklog implements AutoCloseable {
    static final String TOPIC = "order-events";

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final KafkaProducer<String, byte[]> producer;
    private final Goods goods;

    OrderBacklog(String bootstrapServers, Goods goods) {
        this.goods = goods;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "lz4",
                                ProducerConfig.LINGER_MS_CONFIG,
                                5),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Returns when the broker has them all. */
    void put(long events) {
        for (long event = 0; event < events; event++) {
            var _ = producer.send(order());
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<String, byte[]> order() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Instant now = Instant.now();
        String id =
                new UUID(
                                now.toEpochMilli() << 16 | VERSION_7 | random.nextLong(0x1000),
                                VARIANT | random.nextLong() >>> 2)
                        .toString();
        var record = new ProducerRecord<>(TOPIC, id, bytes(body(id, goods.sku(random.nextInt()))));
        Headers headers = record.headers();
        headers.add("ce_specversion", bytes("1.0"));
        headers.add("ce_id", bytes(UUID.randomUUID().toString()));
        headers.add("ce_type", bytes("dev.springtide.order.created.v1"));
        headers.add("ce_source", bytes("/springtide/load"));
        headers.add("ce_time", bytes(now.toString()));
        headers.add("ce_subject", bytes(id));
        headers.add("ce_aggregateversion", bytes("1"));
        headers.add("content-type", bytes("application/json"));
        return record;
    }

    private static String body(String id, String sku) {
        return """
        {"orderId":"%s","customerId":"load","lines":[{"sku":"%s","quantity":1}],\
        "total":{"amount":"9.90","currency":"EUR"}}\
        """
                .formatted(id, sku);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
