package dev.springtide.outbox;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps a partition for each day (UTC, by the database's clock) from yesterday to a week ahead and
 * drops old ones. A partition is dropped only when it is past the retention and everything in it is
 * published, however long that takes. Safe to run on several instances at once.
 */
public class OutboxPartitions {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPartitions.class);
    private static final int DAYS_AHEAD = 7;
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String PREFIX = "outbox_p";
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtext('outbox partitions'))";
    private static final String TODAY = "SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Duration retention;

    public OutboxPartitions(
            JdbcTemplate jdbc, TransactionOperations transactions, Duration retention) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.retention = retention;
    }

    /** Makes the partitions that are missing. */
    public void ensure() {
        transactions.executeWithoutResult(status -> {
            jdbc.query(LOCK, row -> {});
            List<String> existing = existing();
            LocalDate today = today();
            for (int day = -1; day <= DAYS_AHEAD; day++) {
                LocalDate date = today.plusDays(day);
                if (!existing.contains(name(date))) {
                    create(date);
                }
            }
        });
    }

    /** Drops the partitions nobody needs any more; what cannot be locked now waits for later. */
    public void dropExpired() {
        LocalDate oldestKept = today().minusDays(retention.toDays() + 1);
        for (String partition : existing()) {
            if (dateOf(partition).isBefore(oldestKept) && isBehindCursor(partition)) {
                drop(partition);
            }
        }
    }

    private void drop(String partition) {
        try {
            transactions.executeWithoutResult(status -> {
                jdbc.execute("SET LOCAL lock_timeout = '1s'");
                jdbc.execute("DROP TABLE " + partition);
            });
            LOG.info("Dropped outbox partition {}", partition);
        } catch (DataAccessException e) {
            LOG.warn("Could not drop outbox partition {} now", partition, e);
        }
    }

    /** Attached after it is built: that takes no lock that writers of other partitions wait for. */
    private void create(LocalDate date) {
        String name = name(date);
        jdbc.execute("CREATE TABLE " + name + " (LIKE outbox INCLUDING ALL)");
        jdbc.execute(
                "ALTER TABLE outbox ATTACH PARTITION %s FOR VALUES FROM ('%s 00:00:00+00') TO ('%s 00:00:00+00')"
                        .formatted(name, date, date.plusDays(1)));
    }

    /** Whether all transactions that wrote here ended before the cursor's snapshot was taken. */
    private boolean isBehindCursor(String partition) {
        String last = "SELECT xid FROM " + partition + " ORDER BY xid DESC LIMIT 1";
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "SELECT coalesce((%s) < pg_snapshot_xmin(from_snapshot), true) FROM outbox_cursor"
                                .formatted(last),
                        Boolean.class));
    }

    private List<String> existing() {
        return jdbc.query(
                "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'outbox'::regclass",
                (row, number) -> row.getString(1));
    }

    private LocalDate today() {
        LocalDate today = jdbc.queryForObject(TODAY, LocalDate.class);
        if (today == null) {
            throw new IllegalStateException("the database does not know the date");
        }
        return today;
    }

    private static String name(LocalDate date) {
        return PREFIX + SUFFIX.format(date);
    }

    private static LocalDate dateOf(String partition) {
        return LocalDate.parse(partition.substring(PREFIX.length()), SUFFIX);
    }
}
