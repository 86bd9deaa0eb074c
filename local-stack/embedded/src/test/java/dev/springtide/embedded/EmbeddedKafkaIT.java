package dev.springtide.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class EmbeddedKafkaIT {

    private static final TopicPartition PARTITION = new TopicPartition("sample", 0);

    @Test
    void keepsAcknowledgedRecordsThroughSigkill() throws Exception {
        try (EmbeddedKafka kafka = new Processes().kafka(Infrastructure.freshFolder("kafka"))) {
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("sample", 1, (short) 1))).all().get();
            }
            sendTransactionally(kafka, "kept");

            kafka.kill();
            kafka.start();

            sendTransactionally(kafka, "after");
            assertThat(read(kafka)).containsExactly("kept", "after");
        }
    }

    private static void sendTransactionally(EmbeddedKafka kafka, String value) throws Exception {
        Map<String, Object> configuration =
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "acks",
                        "all",
                        "transactional.id",
                        "sample-writer");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        configuration, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("sample", "key", value)).get();
            producer.commitTransaction();
        }
    }

    private static List<String> read(EmbeddedKafka kafka) {
        Map<String, Object> configuration =
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        configuration, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            List<String> values = new ArrayList<>();
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            while (consumer.position(PARTITION) < end) {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(one.value());
                }
            }
            return values;
        }
    }
}
