package dev.springtide.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.FreePorts;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.KafkaServer;
import dev.springtide.embedded.PostgresServer;
import dev.springtide.embedded.RedisServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What tests may rely on, from containers and from processes alike. */
class ServersIT {

    /** The broker writes them when the producer has its answer already, and again after a kill. */
    private static final Duration MARKERS = Duration.ofSeconds(60);

    @Test
    void keepTheirPortAndWhatWasCommittedThroughSigkill() throws SQLException {
        try (PostgresServer postgres = Infrastructure.newPostgres()) {
            Database database = postgres.database("sample", "secret");
            execute(database, "CREATE TABLE written (n int PRIMARY KEY)");
            execute(database, "INSERT INTO written VALUES (1)");

            postgres.kill();
            assertThat(postgres.isAlive()).isFalse();
            assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
            postgres.start();

            assertThat(query(database, "SELECT n FROM written")).isEqualTo("1");
            assertThat(query(database, "SHOW fsync")).isEqualTo("on");
        }
    }

    @Test
    void standStillWhileTheyArePaused() throws SQLException {
        try (PostgresServer postgres = Infrastructure.newPostgres()) {
            Database database = postgres.database("sample", "secret");
            Database impatient =
                    new Database(
                            database.url() + "?loginTimeout=1&connectTimeout=1&socketTimeout=1",
                            database.username(),
                            database.password());

            postgres.pause();
            assertThatThrownBy(impatient::connect).isInstanceOf(SQLException.class);
            postgres.resume();

            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void stopInOrderAndAreGoneWhenClosed() {
        RedisServer redis = Infrastructure.newRedis();
        redis.stop();
        redis.start();
        redis.close();

        assertThat(redis.isAlive()).isFalse();
        assertThat(FreePorts.isFree(redis.port())).isTrue();
    }

    @Test
    void endTransactionsWhereReadersSeeIt() throws Exception {
        try (KafkaServer kafka = Infrastructure.newKafka()) {
            try (Admin admin = admin(kafka)) {
                admin.createTopics(List.of(new NewTopic("sample", 1, (short) 1))).all().get();
            }
            sendInTransaction(kafka, "first");

            kafka.kill();
            kafka.start();
            sendInTransaction(kafka, "second");

            // Two records and the markers that end their transactions; after a kill one may come
            // twice.
            try (Admin admin = admin(kafka)) {
                Awaitility.await()
                        .atMost(MARKERS)
                        .untilAsserted(
                                () -> assertThat(committedEnd(admin)).isGreaterThanOrEqualTo(4));
            }
        }
    }

    private static Admin admin(KafkaServer kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static long committedEnd(Admin admin) throws Exception {
        TopicPartition partition = new TopicPartition("sample", 0);
        return admin.listOffsets(
                        Map.of(partition, OffsetSpec.latest()),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static void sendInTransaction(KafkaServer kafka, String value) throws Exception {
        Map<String, Object> configuration =
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "transactional.id",
                        "sample-writer");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        configuration, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("sample", value)).get();
            producer.commitTransaction();
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
