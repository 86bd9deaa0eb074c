package dev.springtide.order.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.id.UuidV7;
import dev.springtide.order.application.ledger.Claim;
import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.application.ledger.LedgerConflictException;
import dev.springtide.order.application.ledger.LedgerEntry;
import dev.springtide.order.application.ledger.LedgerKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ledger, clean-up and partitions on the real tables, without a service around them. */
class TablesIT {

    private static final Database DATABASE = Infrastructure.freshDatabase("tables");
    private static final String BOUNDS =
            """
            SELECT right(c.relname, 7) || ' ' || pg_get_expr(c.relpartbound, c.oid)
              FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
             WHERE i.inhparent = ?::regclass
            """;

    private static final Fingerprint PRINT = Fingerprint.of(new byte[32]);
    private static JdbcTemplate jdbc;
    private static TransactionTemplate transactions;

    @BeforeAll
    static void migrate() {
        DataSource source = DATABASE.dataSource();
        migrate(source, "latest");
        jdbc = new JdbcTemplate(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    @Test
    void ledgerNoticesAKeyThatWasUsedSinceItWasClaimed() {
        JdbcLedger ledger = new JdbcLedger(jdbc);
        LedgerKey key = new LedgerKey("alice", "test", "conflict");
        UUID winner = UUID.randomUUID();

        transactions.executeWithoutResult(status -> {
            assertThat(ledger.claim(List.of(key))).containsExactly(new Claim.Fresh());
            new JdbcTemplate(DATABASE.dataSource())
                    .update(
                            "INSERT INTO idempotency_key VALUES ('alice', 'test', 'conflict', ?, ?)",
                            PRINT.bytes(),
                            winner);
            List<LedgerEntry> mine = List.of(new LedgerEntry(key, PRINT, UUID.randomUUID()));
            assertThatThrownBy(() -> ledger.record(mine))
                    .isInstanceOf(LedgerConflictException.class);
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status ->
                assertThat(ledger.claim(List.of(key)))
                        .containsExactly(new Claim.Used(PRINT, winner)));
    }

    @Test
    void ledgerAnswersEachKeyInTheOrderOfTheQuestion() {
        JdbcLedger ledger = new JdbcLedger(jdbc);
        LedgerKey used = new LedgerKey("bob", "test", "b");
        LedgerKey fresh = new LedgerKey("bob", "test", "a");
        LedgerKey busy = new LedgerKey("bob", "test", "c");
        UUID resource = UUID.randomUUID();
        transactions.executeWithoutResult(
                status -> ledger.record(List.of(new LedgerEntry(used, PRINT, resource))));

        transactions.executeWithoutResult(outer -> {
            assertThat(ledger.claim(List.of(busy))).containsExactly(new Claim.Fresh());
            assertThat(claimElsewhere(used, fresh, busy))
                    .containsExactly(
                            new Claim.Used(PRINT, resource), new Claim.Fresh(), new Claim.Busy());
        });
    }

    private static List<Claim> claimElsewhere(LedgerKey... keys) {
        DataSource source = DATABASE.dataSource();
        TransactionTemplate other =
                new TransactionTemplate(new DataSourceTransactionManager(source));
        return other.execute(
                status -> new JdbcLedger(new JdbcTemplate(source)).claim(List.of(keys)));
    }

    @Test
    void idsOfAListComeInTheServersOrder() {
        List<UUID> ids =
                List.of(
                        UUID.fromString("f19b7700-0000-4000-8000-000000000000"),
                        UuidV7.lowest(Instant.parse("2026-11-21T10:00:00Z")),
                        UUID.fromString("019b7700-0000-7000-0000-000000000000"),
                        UUID.fromString("019b7700-0000-7000-8000-000000000001"),
                        UUID.fromString("7fffffff-ffff-7fff-ffff-ffffffffffff"));

        assertThat(
                        jdbc.queryForList(
                                "SELECT id FROM unnest(?::uuid[]) AS id ORDER BY id",
                                UUID.class,
                                (Object) ids.toArray(UUID[]::new)))
                .containsExactly(IdRange.of(ids).array());
    }

    @Test
    void cleanUpForgetsOldKeysInBatchesAndKeepsYoungOnes() {
        jdbc.update(
                """
                INSERT INTO idempotency_key
                SELECT 'carol', 'test', n::text, '\\x00', gen_random_uuid(),
                       now() - CASE WHEN n <= 25 THEN interval '25 hours' ELSE interval '23 hours' END
                  FROM generate_series(1, 30) n
                """);

        assertThat(new LedgerCleanUp(jdbc, Duration.ofHours(24), 10).deleteExpired()).isEqualTo(25);
        assertThat(
                        jdbc.queryForObject(
                                "SELECT count(*) FROM idempotency_key WHERE subject = 'carol'",
                                Long.class))
                .isEqualTo(5);
    }

    @Test
    void partitionsCoverTheIdsOfThePreviousMonthAndThreeAhead() {
        Instant now = Instant.parse("2026-12-31T23:59:59.999Z");
        OrderPartitions partitions =
                new OrderPartitions(jdbc, transactions, Clock.fixed(now, ZoneOffset.UTC));
        partitions.ensure();
        partitions.ensure();

        assertThat(partitionOf("2026-11-01T00:00:00Z")).isEqualTo("orders_2026_11");
        assertThat(partitionOf("2026-12-31T23:59:59.999Z")).isEqualTo("orders_2026_12");
        assertThat(partitionOf("2027-01-01T00:00:00Z")).isEqualTo("orders_2027_01");
        assertThat(partitionOf("2027-03-31T23:59:59.999Z")).isEqualTo("orders_2027_03");
        assertThatThrownBy(() -> partitionOf("2027-04-01T00:00:00Z"))
                .hasMessageContaining("no partition");
        assertThat(
                        jdbc.queryForList(
                                "SELECT count(*) FROM pg_inherits WHERE inhparent IN"
                                        + " ('orders'::regclass, 'order_line'::regclass,"
                                        + " 'order_timeline'::regclass, 'shipment'::regclass) GROUP BY inhparent",
                                Long.class))
                .containsExactly(5L, 5L, 5L, 5L);
    }

    @Test
    void givesShipmentsThePartitionsThatOrdersAlreadyHave() {
        DataSource source = Infrastructure.freshDatabase("older").dataSource();
        migrate(source, "1.002");
        JdbcTemplate older = new JdbcTemplate(source);
        older.execute(
                "CREATE TABLE orders_2026_01 PARTITION OF orders FOR VALUES"
                        + " FROM ('019b7700-0000-7000-8000-000000000000')"
                        + " TO ('019c1600-0000-7000-8000-000000000000')");

        migrate(source, "latest");

        assertThat(older.queryForList(BOUNDS, String.class, "shipment"))
                .isEqualTo(older.queryForList(BOUNDS, String.class, "orders"))
                .singleElement()
                .asString()
                .startsWith("2026_01 FOR VALUES FROM ('019b7700");
    }

    private static void migrate(DataSource source, String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/common", "classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** Where an order of this moment is stored; looking it up by id touches nothing else. */
    private static String partitionOf(String moment) {
        UUID id = new UuidV7(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC)).next();
        jdbc.update(
                """
                INSERT INTO orders (id, customer_id, status, payment_status, fulfillment_status, currency,
                                    total_minor, shipping_address, version, created_at, updated_at)
                VALUES (?, 'p', 'PENDING', 'NONE', 'UNFULFILLED', 'EUR', 1, '{}', 1, now(), now())
                """,
                id);
        String plan =
                String.join(
                        "\n",
                        jdbc.queryForList(
                                "EXPLAIN SELECT * FROM orders WHERE id = '" + id + "'",
                                String.class));
        String partition =
                jdbc.queryForObject(
                        "SELECT tableoid::regclass::text FROM orders WHERE id = ?",
                        String.class,
                        id);
        assertThat(plan).contains(partition).doesNotContain("Append", "Seq Scan");
        return String.valueOf(partition);
    }
}
