package dev.springtide.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.id.UuidV7;
import dev.springtide.observability.EventSpans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An outbox in an empty database with a table of aggregates, and relays for it. */
final class OutboxFixture implements AutoCloseable {

    final Database database;
    final HikariDataSource dataSource;
    final JdbcTemplate jdbc;
    final TransactionTemplate transactions;
    final RelaySignal signal = new RelaySignal();
    final Outbox outbox;
    final OutboxPartitions partitions;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UuidV7 ids = new UuidV7(Clock.systemUTC());
    private final String kafka;

    OutboxFixture(String name, String kafka) {
        this.kafka = kafka;
        this.database = Infrastructure.freshDatabase(name);
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(30);
        this.dataSource = new HikariDataSource(pool);
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        Flyway.configure().dataSource(dataSource).locations("classpath:db/common").load().migrate();
        jdbc.execute("CREATE TABLE aggregate (id uuid PRIMARY KEY, version bigint NOT NULL)");
        this.partitions = new OutboxPartitions(jdbc, transactions, Duration.ofDays(3));
        partitions.ensure();
        this.outbox = new Outbox(jdbc, signal);
    }

    static OutboxProperties properties(Duration lease, int pageSize) {
        return new OutboxProperties(
                true,
                Duration.ofMillis(25),
                lease,
                pageSize,
                6,
                Duration.ofMillis(20),
                (short) 1,
                Duration.ofDays(3));
    }

    OutboxRelay relay(OutboxProperties properties, UnaryOperator<EventPublisher> publishers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka);
        return new OutboxRelay(
                new OutboxCursor(RelayDatabase.besides(dataSource).jdbc(), properties.lease()),
                () -> {
                    new TopicSetup(settings, properties.partitions(), properties.replicas())
                            .ensure();
                    return publishers.apply(
                            KafkaEventPublisher.open(
                                    settings,
                                    database.username() + database.url().hashCode(),
                                    new EventSpans(
                                            OpenTelemetry.noop().getTracer("test"),
                                            Clock.systemUTC())));
                },
                signal,
                new RelayMetrics(meters, properties.lease()),
                properties);
    }

    OutboxRelay relay() {
        return relay(properties(Duration.ofSeconds(5), 1000), UnaryOperator.identity());
    }

    UUID newAggregate() {
        UUID id = ids.next();
        jdbc.update("INSERT INTO aggregate (id, version) VALUES (?, 0)", id);
        return id;
    }

    long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    /** Locks the aggregate, raises its version and appends the number; inside a transaction. */
    void change(UUID aggregate, long number) {
        long version =
                number(
                        "UPDATE aggregate SET version = version + 1 WHERE id = '%s' RETURNING version"
                                .formatted(aggregate));
        outbox.append(List.of(event(aggregate, number, version)));
    }

    OutboxEvent event(UUID aggregate, long number, long version) {
        return OutboxEvent.of(
                ids, new StockReleaseRequested(aggregate, Long.toString(number)), version, null);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
