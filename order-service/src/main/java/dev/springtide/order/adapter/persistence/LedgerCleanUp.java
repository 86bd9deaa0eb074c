package dev.springtide.order.adapter.persistence;

import java.time.Duration;
import org.springframework.jdbc.core.JdbcOperations;

/** Forgets idempotency keys after their retention, in transactions too small to disturb intake. */
public final class LedgerCleanUp {

    private static final String DELETE =
            """
            DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM idempotency_key
                 WHERE created_at < now() - ? * interval '1 millisecond'
                 ORDER BY created_at
                 LIMIT ?
                   FOR UPDATE SKIP LOCKED))
            """;

    private final JdbcOperations jdbc;
    private final Duration retention;
    private final int batch;

    public LedgerCleanUp(JdbcOperations jdbc, Duration retention, int batch) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.batch = batch;
    }

    /**
     * Deletes batch after batch until nothing old is left, each in a transaction of its own.
     *
     * @return how many keys were forgotten
     */
    public long deleteExpired() {
        long deleted = 0;
        int last;
        do {
            last = jdbc.update(DELETE, retention.toMillis(), batch);
            deleted += last;
        } while (last == batch);
        return deleted;
    }
}
