package dev.springtide.parking;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and marks rows of {@code parked_record}. */
final class ParkedRecordRows {

    private static final String SELECT =
            """
            SELECT id, consumer, topic, partition, record_offset, record_key, aggregate_id, type,
                   header_names, header_values, payload, error, status, parked_at, attempts, resolved_at, resolved_by, reason
              FROM parked_record
            """;

    private final JdbcTemplate jdbc;

    ParkedRecordRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ParkedRecord> find(long id) {
        return query("WHERE id = ?", id).stream().findFirst();
    }

    /** Newest first. */
    List<ParkedRecord> list(ParkedRecord.Status status, long below, int limit) {
        return query(
                "WHERE status = ? AND id < ? ORDER BY id DESC LIMIT ?",
                status.name(),
                below,
                limit);
    }

    /**
     * Keeps every other replay and discard of this aggregate waiting until the transaction ends.
     */
    void lock(String consumer, String aggregateId) {
        jdbc.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> {},
                consumer + ":" + aggregateId);
    }

    /** The record of an aggregate that must be replayed first. */
    Optional<ParkedRecord> head(String consumer, String aggregateId) {
        return query(
                        """
                        WHERE status = 'PARKED' AND consumer = ? AND aggregate_id = ?
                        ORDER BY id LIMIT 1
                        """,
                        consumer,
                        aggregateId)
                .stream()
                .findFirst();
    }

    long waiting(String consumer, String aggregateId) {
        return count(
                "SELECT count(*) FROM parked_record WHERE status = 'PARKED' AND consumer = ? AND aggregate_id = ?",
                consumer,
                aggregateId);
    }

    long waiting() {
        return count("SELECT count(*) FROM parked_record WHERE status = 'PARKED'");
    }

    void resolve(long id, ParkedRecord.Status status, String by, @Nullable String reason) {
        jdbc.update(
                """
                UPDATE parked_record
                   SET status = ?, resolved_at = clock_timestamp(), resolved_by = ?, reason = ?
                 WHERE id = ?
                """,
                status.name(),
                by,
                reason,
                id);
    }

    void failed(long id, String error) {
        jdbc.update(
                "UPDATE parked_record SET attempts = attempts + 1, error = ? WHERE id = ?",
                error,
                id);
    }

    private long count(String sql, Object... arguments) {
        Long count = jdbc.queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    private List<ParkedRecord> query(String which, Object... arguments) {
        return jdbc.query(SELECT + which, (row, n) -> record(row), arguments);
    }

    private static ParkedRecord record(ResultSet row) throws SQLException {
        Instant parkedAt = instant(row, "parked_at");
        return new ParkedRecord(
                row.getLong("id"),
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("record_key"),
                row.getString("aggregate_id"),
                row.getString("type"),
                headers(row),
                row.getBytes("payload"),
                row.getString("error"),
                ParkedRecord.Status.valueOf(row.getString("status")),
                parkedAt == null ? Instant.EPOCH : parkedAt,
                row.getInt("attempts"),
                instant(row, "resolved_at"),
                row.getString("resolved_by"),
                row.getString("reason"));
    }

    private static List<Map.Entry<String, byte[]>> headers(ResultSet row) throws SQLException {
        Array nameArray = row.getArray("header_names");
        Array valueArray = row.getArray("header_values");
        String[] names = (String[]) nameArray.getArray();
        byte[][] values = (byte[][]) valueArray.getArray();
        List<Map.Entry<String, byte[]>> headers = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            headers.add(new SimpleImmutableEntry<>(names[i], values[i]));
        }
        return headers;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
