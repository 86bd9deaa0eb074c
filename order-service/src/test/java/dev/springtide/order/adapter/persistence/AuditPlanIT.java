package dev.springtide.order.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.audit.Invariant;
import dev.springtide.embedded.ExplainedPages;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.PastEvents;
import dev.springtide.id.UuidV7;
import dev.springtide.outbox.OutboxPartitions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an audit reads follows from its window, and not from how long a day has gone on. */
class AuditPlanIT {

    /** Those of hours ago take more than 4,000, and so do those of the last minutes. */
    private static final long FEW_PAGES = 1_000;

    private static JdbcClient jdbc;

    /** One order is in the window. */
    @BeforeAll
    static void fill() throws SQLException {
        DataSource source = Infrastructure.freshDatabase("audit_plan").dataSource();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/common", "classpath:db/migration")
                .load()
                .migrate();
        JdbcTemplate template = new JdbcTemplate(source);
        TransactionTemplate transactions =
                new TransactionTemplate(new DataSourceTransactionManager(source));
        new OutboxPartitions(template, transactions, Duration.ofDays(3)).ensure();
        new OrderPartitions(template, transactions, Clock.systemUTC()).ensure();
        PastEvents.write(source, "order-events");
        jdbc = JdbcClient.create(source);
        placeAnOrder();
    }

    private static void placeAnOrder() {
        jdbc.sql(
                        """
                        WITH placed AS (
                            INSERT INTO orders (id, customer_id, status, payment_status, fulfillment_status, currency, total_minor,
                                                shipping_address, version, created_at, updated_at)
                            VALUES (uuidv7(interval '1 minute'), 'alice', 'PENDING', 'PENDING', 'UNFULFILLED', 'EUR', 100, '{}', 1, now(), now())
                            RETURNING id)
                        INSERT INTO order_line (order_id, line_no, sku, name, quantity, unit_price_minor, line_total_minor)
                        SELECT id, 1, 'MUG', 'Mug', 1, 100, 100 FROM placed
                        """)
                .update();
    }

    static List<Invariant> ofEvents() {
        return Invariant.all().stream().filter(check -> check.sql().contains("outbox")).toList();
    }

    @ParameterizedTest
    @MethodSource("ofEvents")
    void readsFewPagesOfWhatIsPast(Invariant check) {
        UUID from = UuidV7.lowest(Instant.now().minus(Duration.ofSeconds(1)));

        List<String> plan =
                jdbc.sql("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + check.sql())
                        .param("from", from)
                        .query((row, _) -> row.getString(1))
                        .list();

        assertThat(ExplainedPages.of(plan)).as(String.join("\n", plan)).isBetween(1L, FEW_PAGES);
    }
}
