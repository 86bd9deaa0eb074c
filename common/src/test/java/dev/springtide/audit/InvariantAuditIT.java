package dev.springtide.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Infrastructure;
import dev.springtide.id.UuidV7;
import dev.springtide.outbox.OutboxPartitions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a database of its own, without a service around it. */
class InvariantAuditIT {

    private static final Invariant NO_ODD_THINGS =
            new Invariant(
                    "no-odd-things",
                    """
                    -- nothing is odd
                    SELECT id::text AS subject, 'odd ' || n AS detail FROM thing WHERE n % 2 = 1 AND id >= :from
                    """);
    private static final Invariant NOTHING_NEGATIVE =
            new Invariant(
                    "nothing-negative",
                    "-- nothing is below zero\nSELECT id::text AS subject, n::text AS detail FROM thing WHERE n < 0");

    private final DataSource database = Infrastructure.freshDatabase("audit").dataSource();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final AuditResults results = new AuditResults(jdbc);

    @BeforeEach
    void tables() {
        Flyway.configure().dataSource(database).locations("classpath:db/common").load().migrate();
        new OutboxPartitions(
                        new JdbcTemplate(database),
                        new TransactionTemplate(new JdbcTransactionManager(database)),
                        Duration.ofDays(3))
                .ensure();
        jdbc.sql("CREATE TABLE thing (id uuid PRIMARY KEY, n int NOT NULL)").update();
        for (int n = 0; n < 50; n++) {
            thing(Instant.now(), n);
        }
    }

    @Test
    void countsEveryBreachAndForgetsItWhenItIsGone() {
        audit(NO_ODD_THINGS, NOTHING_NEGATIVE).run();

        assertThat(breaches(NO_ODD_THINGS)).isEqualTo(25);
        assertThat(breaches(NOTHING_NEGATIVE)).isZero();

        jdbc.sql("DELETE FROM thing WHERE n % 2 = 1").update();
        audit(NO_ODD_THINGS, NOTHING_NEGATIVE).run();

        assertThat(breaches(NO_ODD_THINGS)).isZero();
    }

    @Test
    void looksAtNothingOlderThanTheWindow() {
        jdbc.sql("DELETE FROM thing").update();
        thing(Instant.now().minus(Duration.ofSeconds(110)), 3);
        thing(Instant.now().minus(Duration.ofSeconds(130)), 5);

        audit(NO_ODD_THINGS).run();

        assertThat(breaches(NO_ODD_THINGS)).isEqualTo(1);
    }

    @Test
    void looksAtTheNewestWhereThereIsTooMuch() {
        jdbc.sql("DELETE FROM thing").update();
        thing(Instant.now().minus(Duration.ofSeconds(50)), 1);
        events(Instant.now().minus(Duration.ofSeconds(40)), 10_000);
        thing(Instant.now().minus(Duration.ofSeconds(30)), 3);
        events(Instant.now().minus(Duration.ofSeconds(20)), 3_000);

        audit(NO_ODD_THINGS).run();
        assertThat(breaches(NO_ODD_THINGS)).as("a minute of many events").isEqualTo(1);

        jdbc.sql("DELETE FROM outbox").update();
        audit(NO_ODD_THINGS).run();
        assertThat(breaches(NO_ODD_THINGS)).as("the same minute without them").isEqualTo(2);
    }

    @Test
    void looksAtFewerNextTimeWhenItTookTooLong() {
        jdbc.sql("DELETE FROM thing").update();
        thing(Instant.now().minus(Duration.ofSeconds(50)), 1);
        events(Instant.now().minus(Duration.ofSeconds(40)), 3_000);
        Invariant slow =
                new Invariant("slow", "SELECT '' AS subject, '' AS detail FROM pg_sleep(0.2)");
        InvariantAudit audit = audit(Duration.ofMillis(20), slow, NO_ODD_THINGS);

        audit.run();
        assertThat(breaches(NO_ODD_THINGS)).as("of 4,000 events").isEqualTo(1);

        audit.run();
        assertThat(breaches(NO_ODD_THINGS)).as("of 400 at most").isZero();
    }

    @Test
    void changesNothingWhateverACheckSays() {
        Invariant writing =
                new Invariant(
                        "writing",
                        "SELECT nextval('outbox_seq')::text AS subject, '' AS detail WHERE setval('outbox_seq', 99) > 0");

        audit(writing, NO_ODD_THINGS).run();

        assertThat(results.read()).containsOnlyKeys("no-odd-things");
    }

    @Test
    void plansEachCheckForItsWindow() {
        Invariant kept =
                new Invariant(
                        "kept-plan",
                        "SELECT mode AS subject, '' AS detail FROM current_setting('plan_cache_mode') AS mode WHERE mode <> 'force_custom_plan'");

        audit(kept).run();

        assertThat(breaches(kept)).isZero();
    }

    @Test
    void givesUpOnACheckThatTakesTooLongAndGoesOn() {
        Invariant endless =
                new Invariant("endless", "SELECT '' AS subject, '' AS detail FROM pg_sleep(20)");

        audit(endless, NO_ODD_THINGS).run();

        assertThat(results.read()).containsOnlyKeys("no-odd-things");
    }

    @Test
    void forgetsInvariantsOfAnEarlierRelease() {
        audit(NO_ODD_THINGS, NOTHING_NEGATIVE).run();
        audit(NOTHING_NEGATIVE).run();

        assertThat(results.read()).containsOnlyKeys("nothing-negative");
    }

    @Test
    void showsTheLastResultAndItsAge() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new AuditGauges(List.of(NO_ODD_THINGS, NOTHING_NEGATIVE), results).bindTo(meters);
        assertThat(age(meters)).isNaN();

        audit(NO_ODD_THINGS, NOTHING_NEGATIVE).run();
        jdbc.sql(
                        "UPDATE audit_result SET audited_at = audited_at - interval '1 hour' WHERE breaches = 0")
                .update();

        SimpleMeterRegistry later = new SimpleMeterRegistry();
        new AuditGauges(List.of(NO_ODD_THINGS, NOTHING_NEGATIVE), results).bindTo(later);
        Awaitility.await()
                .untilAsserted(() -> {
                    assertThat(age(later)).isBetween(3600.0, 3700.0);
                    assertThat(
                                    later.get("springtide.audit.breaches")
                                            .tag("check", "no-odd-things")
                                            .gauge()
                                            .value())
                            .isEqualTo(25);
                });
    }

    private static double age(SimpleMeterRegistry meters) {
        return meters.get("springtide.audit.age").timeGauge().value();
    }

    private void thing(Instant placed, int n) {
        long millis = placed.toEpochMilli();
        Clock then = Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        jdbc.sql("INSERT INTO thing VALUES (?, ?)").params(new UuidV7(then).next(), n).update();
    }

    private void events(Instant written, int count) {
        jdbc.sql(
                        """
                        INSERT INTO outbox (created_at, id, topic, type, aggregate_id, aggregate_version, payload)
                        SELECT :written, gen_random_uuid(), 'things', 'thing', '', 1, '' FROM generate_series(1, :count)
                        """)
                .param("written", Timestamp.from(written))
                .param("count", count)
                .update();
    }

    private long breaches(Invariant invariant) {
        return Objects.requireNonNull(results.read().get(invariant.name())).breaches();
    }

    private InvariantAudit audit(Invariant... invariants) {
        return audit(Duration.ofMinutes(1), invariants);
    }

    private InvariantAudit audit(Duration budget, Invariant... invariants) {
        TransactionTemplate readOnly =
                new TransactionTemplate(new JdbcTransactionManager(database));
        readOnly.setReadOnly(true);
        return new InvariantAudit(
                Arrays.asList(invariants),
                jdbc,
                readOnly,
                results,
                new AuditProperties(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(2),
                        budget,
                        Duration.ofMillis(300)),
                Clock.systemUTC());
    }
}
