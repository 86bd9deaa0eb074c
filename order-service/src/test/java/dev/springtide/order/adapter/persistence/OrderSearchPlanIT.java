package dev.springtide.order.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.ExplainedPages;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.id.UuidV7;
import dev.springtide.order.application.reading.OrderFilter;
import dev.springtide.order.application.reading.StuckAfter;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every search of operators reads a few pages of a table of many, however rare what it looks for.
 */
class OrderSearchPlanIT {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final StuckAfter STUCK_AFTER =
            new StuckAfter(Duration.ofMinutes(2), Duration.ofMinutes(10));
    private static final int ORDERS = 120_000;

    /** The whole table has more than 3,000. */
    private static final long FEW_PAGES = 300;

    private static Database database;
    private static JdbcTemplate jdbc;

    /**
     * A month in which all but the newest orders are completed, then come confirmed ones, and of
     * every other status there are seven among the oldest.
     */
    @BeforeAll
    static void fill() {
        database = Infrastructure.freshDatabase("search_plan");
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/common", "classpath:db/migration")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database.dataSource());
        new OrderPartitions(
                        jdbc,
                        new TransactionTemplate(
                                new DataSourceTransactionManager(database.dataSource())),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .ensure();
        jdbc.update(
                """
                INSERT INTO orders (id, customer_id, status, reason, payment_status, fulfillment_status, currency,
                                    total_minor, shipping_address, deadline, version, created_at, updated_at)
                SELECT overlay(uuidv7()::text PLACING lpad(to_hex(ms >> 16), 8, '0') || '-' || lpad(to_hex(ms & 65535), 4, '0') FROM 1 FOR 13)::uuid,
                       'c' || n % 1000, status,
                       CASE WHEN status = 'REJECTED' THEN 'PAYMENT_DECLINED' END, 'CAPTURED', 'UNFULFILLED', 'EUR',
                       1, '{"name":"a customer with an address of usual length"}',
                       CASE WHEN status IN ('PENDING', 'RESERVED', 'CANCELLING') THEN now() - interval '1 hour' END,
                       1, now(), now() - interval '1 hour'
                  FROM generate_series(1, ?) AS n,
                       LATERAL (SELECT (extract(epoch FROM ?::timestamptz) * 1000)::bigint + n AS ms,
                                       CASE WHEN n <= 35 THEN (ARRAY['PENDING', 'RESERVED', 'CANCELLING', 'REJECTED', 'CANCELLED'])[1 + n % 5]
                                            WHEN n > 100000 THEN 'CONFIRMED' ELSE 'COMPLETED' END AS status) AS made
                """,
                ORDERS, NOW.atOffset(ZoneOffset.UTC));
        jdbc.update(
                """
                INSERT INTO order_line (order_id, line_no, sku, name, quantity, unit_price_minor, line_total_minor)
                SELECT id, 1, 'sku', 'a product', 1, 1, 1 FROM orders WHERE customer_id = 'c1'
                """);
        jdbc.execute("VACUUM ANALYZE orders, order_line");
    }

    @ParameterizedTest
    @EnumSource
    void readsFewPagesForAnyStatus(OrderStatus status) {
        assertReadsFewPages(filter(null, status, null, null, null, false));
        assertReadsFewPages(filter(null, status, NOW, NOW.plusSeconds(3_600), null, false));
        assertReadsFewPages(filter(null, status, null, null, oldest(), false));
    }

    @Test
    void readsFewPagesForTimes() {
        assertReadsFewPages(filter(null, null, null, null, null, false));
        assertReadsFewPages(
                filter(null, null, NOW.plusSeconds(60), NOW.plusSeconds(61), null, false));
        assertReadsFewPages(filter(null, null, NOW.plusSeconds(9_999), null, null, false));
    }

    @Test
    void readsFewPagesForACustomer() {
        assertReadsFewPages(filter("c7", null, null, null, null, false));
        assertReadsFewPages(filter("c7", OrderStatus.CANCELLED, null, null, null, false));
    }

    @Test
    void readsOneMonthOfLinesForAnOrder() {
        UUID id =
                jdbc.queryForList(
                                "SELECT id FROM orders WHERE customer_id = 'c1' ORDER BY id LIMIT 1",
                                UUID.class)
                        .getFirst();

        String plan = plan(OrderQuery.one(new OrderId(id), "c1"));

        assertThat(
                        plan.lines()
                                .filter(line -> line.contains(" on order_line_"))
                                .filter(line -> !line.contains("never executed")))
                .as(plan)
                .isNotEmpty()
                .allMatch(line -> line.contains("order_line_2026_11"));
    }

    @ParameterizedTest
    @EnumSource
    void readsFewPagesForStuckOrders(OrderStatus status) {
        assertReadsFewPages(filter(null, null, null, null, null, true));
        assertReadsFewPages(filter(null, status, null, null, null, true));
        assertReadsFewPages(filter("c7", null, NOW, null, oldest(), true));
    }

    @Test
    void findsTheStuckOnes() {
        OrderQuery query =
                OrderQuery.page(filter(null, null, null, null, null, true), 100, STUCK_AFTER);

        assertThat(
                        JdbcClient.create(jdbc)
                                .sql(query.sql())
                                .params(query.parameters())
                                .query()
                                .listOfRows())
                .hasSize(28);
    }

    private static void assertReadsFewPages(OrderFilter filter) {
        String plan = plan(OrderQuery.page(filter, 21, STUCK_AFTER));
        assertThat(ExplainedPages.of(plan.lines().toList())).as(plan).isBetween(1L, FEW_PAGES);
        assertThat(plan).doesNotContain("Seq Scan on orders_2026_11");
    }

    /** Planned once for whatever values come, as {@code springtide-common.yaml} says. */
    private static String plan(OrderQuery query) {
        List<String> names = List.copyOf(query.parameters().keySet());
        String sql = query.sql();
        for (int n = 0; n < names.size(); n++) {
            sql = sql.replaceAll("(?<!:):" + names.get(n) + "\\b", "\\$" + (n + 1));
        }
        String values =
                names.stream()
                        .map(name -> "'" + query.parameters().get(name) + "'")
                        .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
            statement.execute("PREPARE search AS " + sql);
            ResultSet told =
                    statement.executeQuery(
                            "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) EXECUTE search"
                                    + (values.isEmpty() ? "" : "(" + values + ")"));
            while (told.next()) {
                lines.add(told.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return String.join("\n", lines);
    }

    /** A cursor behind all but the first hundred. */
    private static OrderId oldest() {
        UUID lowest = UuidV7.lowest(NOW.plusMillis(100));
        return new OrderId(lowest);
    }

    private static OrderFilter filter(
            @Nullable String owner,
            @Nullable OrderStatus status,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable OrderId before,
            boolean stuck) {
        return new OrderFilter(owner, status, from, to, before, stuck);
    }
}
