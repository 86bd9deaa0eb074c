package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.audit.Invariant;
import dev.springtide.embedded.ExplainedPages;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.PastEvents;
import dev.springtide.id.UuidV7;
import dev.springtide.outbox.OutboxPartitions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** One payment is in the window. */
    @BeforeAll
    static void fill() throws SQLException {
        DataSource source = Infrastructure.freshDatabase("audit_plan").dataSource();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/common", "classpath:db/migration")
                .load()
                .migrate();
        new OutboxPartitions(
                        new JdbcTemplate(source),
                        new TransactionTemplate(new DataSourceTransactionManager(source)),
                        Duration.ofDays(3))
                .ensure();
        PastEvents.write(source, "payment-events");
        jdbc = JdbcClient.create(source);
        jdbc.sql(
                        """
                        INSERT INTO payment (order_id, id, customer_id, amount_minor, currency, status, captured_minor, refunded_minor,
                                             cancel_requested, version)
                        VALUES (uuidv7(interval '1 minute'), uuidv7(), 'alice', 100, 'EUR', 'PENDING', 0, 0, false, 1)
                        """)
                .update();
    }

    static List<Invariant> ofEvents() {
        return Invariant.all().stream().filter(check -> check.sql().contains("outbox")).toList();
    }

    @ParameterizedTest
    @MethodSource("ofEvents")
    void readsFewPagesOfWhatIsPast(Invariant check) {
        List<String> plan =
                jdbc.sql("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) " + check.sql())
                        .param("from", UuidV7.lowest(Instant.now().minus(Duration.ofSeconds(1))))
                        .query((row, _) -> row.getString(1))
                        .list();

        assertThat(ExplainedPages.of(plan)).as(String.join("\n", plan)).isBetween(1L, FEW_PAGES);
    }
}
