package dev.springtide.outbox;

import dev.springtide.id.UuidV7;
import dev.springtide.messaging.CloudEventHeaders;
import dev.springtide.observability.EventSpans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes each page in one Kafka transaction under the outbox's transactional id. */
final class KafkaEventPublisher implements EventPublisher {

    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private final Producer<String, byte[]> producer;
    private final byte[] source;

    private final EventSpans spans;

    private KafkaEventPublisher(
            Producer<String, byte[]> producer, byte[] source, EventSpans spans) {
        this.producer = producer;
        this.source = source;
        this.spans = spans;
    }

    /** Opens a publisher for the outbox of a service. */
    static KafkaEventPublisher open(
            Map<String, Object> producerDefaults, String service, EventSpans spans) {
        Map<String, Object> settings = new HashMap<>(producerDefaults);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "springtide-outbox-" + service);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "springtide-outbox-" + service);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new KafkaEventPublisher(producer, bytes("/springtide/" + service), spans);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    @Override
    public void publish(List<OutboxRow> events) {
        Instant began = spans.now();
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
        for (OutboxRow event : events) {
            sent.add(producer.send(record(event)));
        }
        producer.commitTransaction();
        sent.forEach(KafkaEventPublisher::requireOffset);
        events.forEach(event -> spans.published(event.type(), event.traceparent(), began));
    }

    /** What is in flight stays unfinished until the next publisher opens. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    /**
     * A failed send makes the commit fail. The cursor moves on the strength of this one answer, so
     * each record has to say itself where it is.
     */
    private static void requireOffset(Future<RecordMetadata> sent) {
        if (sent.state() != Future.State.SUCCESS || !sent.resultNow().hasOffset()) {
            throw new KafkaException("a transaction was committed without one of its records");
        }
    }

    private ProducerRecord<String, byte[]> record(OutboxRow event) {
        var record = new ProducerRecord<>(event.topic(), event.aggregateId(), event.payload());
        Headers headers = record.headers();
        headers.add(CloudEventHeaders.SPEC_VERSION, SPEC_VERSION);
        headers.add(CloudEventHeaders.ID, bytes(event.id().toString()));
        headers.add(CloudEventHeaders.TYPE, bytes(event.type()));
        headers.add(CloudEventHeaders.SOURCE, source);
        headers.add(CloudEventHeaders.TIME, bytes(UuidV7.timestamp(event.id()).toString()));
        headers.add(CloudEventHeaders.SUBJECT, bytes(event.aggregateId()));
        headers.add(
                CloudEventHeaders.AGGREGATE_VERSION,
                bytes(Long.toString(event.aggregateVersion())));
        headers.add(CloudEventHeaders.CONTENT_TYPE, JSON);
        if (event.traceparent() != null) {
            headers.add(CloudEventHeaders.TRACEPARENT, bytes(event.traceparent()));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
