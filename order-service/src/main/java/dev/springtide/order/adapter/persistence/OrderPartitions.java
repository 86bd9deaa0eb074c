package dev.springtide.order.adapter.persistence;

import dev.springtide.id.UuidV7;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps a partition of orders, lines, timeline and shipments for each month (UTC) from the previous
 * one to three ahead. Bounds are the lowest ids of the months, so a month is judged by the clock
 * that makes the ids. Safe to run on several instances at once.
 */
public final class OrderPartitions {

    private static final int MONTHS_AHEAD = 3;
    private static final List<String> TABLES =
            List.of("orders", "order_line", "order_timeline", "shipment");
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('order partitions'))";
    private static final String EXISTING =
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = ?::regclass";

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    public OrderPartitions(JdbcOperations jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes the partitions that are missing. */
    public void ensure() {
        YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        transactions.executeWithoutResult(status -> {
            jdbc.query(LOCK, row -> {});
            for (String table : TABLES) {
                List<@Nullable String> existing = jdbc.queryForList(EXISTING, String.class, table);
                for (int month = -1; month <= MONTHS_AHEAD; month++) {
                    YearMonth wanted = now.plusMonths(month);
                    if (!existing.contains(name(table, wanted))) {
                        create(table, wanted);
                    }
                }
            }
        });
    }

    /** Attached after it is built: that takes no lock that readers or writers wait for. */
    private void create(String table, YearMonth month) {
        String name = name(table, month);
        jdbc.execute(
                "CREATE TABLE %s (LIKE %s INCLUDING ALL) %s"
                        .formatted(
                                name,
                                table,
                                table.equals("orders") ? "WITH (fillfactor = 80)" : ""));
        jdbc.execute(
                "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(table, name, lowestId(month), lowestId(month.plusMonths(1))));
    }

    private static String name(String table, YearMonth month) {
        return "%s_%04d_%02d".formatted(table, month.getYear(), month.getMonthValue());
    }

    private static UUID lowestId(YearMonth month) {
        Instant start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return UuidV7.lowest(start);
    }
}
