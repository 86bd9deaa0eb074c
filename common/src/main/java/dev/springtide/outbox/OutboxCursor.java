package dev.springtide.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * The relay's view of the database. Every call is one statement in its own transaction, so no
 * transaction is open while Kafka is called. Statements of a leader that was deposed change
 * nothing, which their empty answers say.
 *
 * <p>What is read is the difference of two snapshots, in the order of the sequence numbers. That
 * order is the order of commits for each aggregate, because the number was drawn under the
 * aggregate's lock: of two events of one aggregate the earlier is visible in every snapshot in
 * which the later is.
 */
final class OutboxCursor {

    private static final String TAKE_OVER =
            """
            UPDATE outbox_cursor
               SET epoch = epoch + 1, owner = ?, lease_until = clock_timestamp() + ? * interval '1 ms'
             WHERE id = 1 AND lease_until < clock_timestamp()
            RETURNING epoch
            """;

    private static final String RENEW =
            """
            UPDATE outbox_cursor
               SET lease_until = clock_timestamp() + ? * interval '1 ms',
                   to_snapshot = coalesce(to_snapshot, pg_current_snapshot())
             WHERE id = 1 AND epoch = ?
            RETURNING from_snapshot, to_snapshot, last_seq
            """;

    private static final String ADVANCE =
            """
            UPDATE outbox_cursor
               SET lease_until = clock_timestamp() + ? * interval '1 ms', last_seq = ?
             WHERE id = 1 AND epoch = ?
               AND to_snapshot::text = ? AND last_seq = ?
            RETURNING from_snapshot, to_snapshot, last_seq
            """;

    private static final String NEXT_DIFFERENCE =
            """
            UPDATE outbox_cursor
               SET lease_until = clock_timestamp() + ? * interval '1 ms', last_seq = 0,
                   from_snapshot = to_snapshot, to_snapshot = pg_current_snapshot()
             WHERE id = 1 AND epoch = ?
               AND to_snapshot::text = ? AND last_seq = ?
            RETURNING from_snapshot, to_snapshot, last_seq
            """;

    private static final String RELEASE =
            "UPDATE outbox_cursor SET lease_until = clock_timestamp() WHERE id = 1 AND epoch = ?";

    private static final String ROW =
            "seq, created_at, id, topic, type, aggregate_id, aggregate_version, traceparent, payload";

    /** Offset 0 keeps the planner from walking the whole outbox in the order of seq. */
    static final String FIRST_PAGE =
            """
            SELECT %1$s, clock_timestamp() AS read_at FROM (
                (SELECT %1$s FROM outbox
                  WHERE xid >= pg_snapshot_xmax(?::pg_snapshot) AND xid < pg_snapshot_xmax(?::pg_snapshot)
                    AND pg_visible_in_snapshot(xid, ?::pg_snapshot)
                 OFFSET 0)
                UNION ALL
                (SELECT %1$s FROM outbox
                  WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip(?::pg_snapshot)))
                    AND pg_visible_in_snapshot(xid, ?::pg_snapshot)
                 OFFSET 0)) difference
             ORDER BY seq LIMIT ?
            """
                    .formatted(ROW);

    static final String LATER_PAGE =
            """
            SELECT %s, clock_timestamp() AS read_at FROM outbox
             WHERE seq > ?
               AND NOT pg_visible_in_snapshot(xid, ?::pg_snapshot)
               AND pg_visible_in_snapshot(xid, ?::pg_snapshot)
             ORDER BY seq LIMIT ?
            """
                    .formatted(ROW);

    static final String HAS_NEWS =
            """
            SELECT EXISTS (SELECT FROM outbox WHERE xid >= pg_snapshot_xmax(?::pg_snapshot))
                OR EXISTS (SELECT FROM outbox
                            WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip(?::pg_snapshot))))
            """;

    private final JdbcTemplate jdbc;
    private final long leaseMillis;

    OutboxCursor(JdbcTemplate jdbc, Duration lease) {
        this.jdbc = jdbc;
        this.leaseMillis = lease.toMillis();
    }

    /** Makes the caller the leader when nobody holds the lease; answers the new epoch. */
    OptionalLong takeOver(String owner) {
        return jdbc.query(TAKE_OVER, (row, n) -> row.getLong(1), owner, leaseMillis).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Renews the lease and says where to go on; empty when the epoch has passed. */
    Optional<CursorPosition> renew(long epoch) {
        return position(RENEW, leaseMillis, epoch);
    }

    /**
     * Records that the page read at this position is published, renews the lease and says what is
     * next. Empty also when the cursor is elsewhere by now: a statement that seemed to have failed
     * was carried out after all. To move from there would pass over what nobody has read.
     */
    Optional<CursorPosition> advance(long epoch, CursorPosition from, OutboxPage published) {
        return published.last()
                ? position(NEXT_DIFFERENCE, leaseMillis, epoch, from.to(), from.lastSeq())
                : position(
                        ADVANCE,
                        leaseMillis,
                        published.lastSeq(),
                        epoch,
                        from.to(),
                        from.lastSeq());
    }

    /** Ends the lease early, so that another instance need not wait for it. */
    void release(long epoch) {
        jdbc.update(RELEASE, epoch);
    }

    /** Whether anything was committed that is not in the difference. */
    boolean hasNewsAfter(CursorPosition position) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(HAS_NEWS, Boolean.class, position.to(), position.to()));
    }

    OutboxPage read(CursorPosition at, int limit) {
        Object[] arguments =
                at.atStart()
                        ? new Object[] {at.from(), at.to(), at.to(), at.from(), at.to(), limit}
                        : new Object[] {at.lastSeq(), at.from(), at.to(), limit};
        ResultSetExtractor<OutboxPage> page = rows -> page(rows, limit);
        OutboxPage read = jdbc.query(at.atStart() ? FIRST_PAGE : LATER_PAGE, page, arguments);
        return Objects.requireNonNull(read);
    }

    private Optional<CursorPosition> position(String sql, Object... arguments) {
        return jdbc
                .query(
                        sql,
                        (row, n) ->
                                new CursorPosition(
                                        row.getString(1), row.getString(2), row.getLong(3)),
                        arguments)
                .stream()
                .findFirst();
    }

    private static OutboxPage page(ResultSet rows, int limit) throws SQLException {
        List<OutboxRow> page = new ArrayList<>();
        Duration age = Duration.ZERO;
        while (rows.next()) {
            if (page.isEmpty()) {
                age =
                        Duration.between(
                                rows.getObject("created_at", OffsetDateTime.class),
                                rows.getObject("read_at", OffsetDateTime.class));
            }
            page.add(
                    new OutboxRow(
                            rows.getLong("seq"),
                            rows.getObject("id", UUID.class),
                            rows.getString("topic"),
                            rows.getString("type"),
                            rows.getString("aggregate_id"),
                            rows.getLong("aggregate_version"),
                            rows.getString("traceparent"),
                            rows.getBytes("payload")));
        }
        return new OutboxPage(page, page.size() < limit, age);
    }
}
