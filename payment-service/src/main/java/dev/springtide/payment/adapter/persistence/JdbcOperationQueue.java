package dev.springtide.payment.adapter.persistence;

import dev.springtide.payment.application.ClaimedOperation;
import dev.springtide.payment.application.OperationQueue;
import dev.springtide.payment.application.Settlement.CallResult;
import dev.springtide.payment.domain.OperationKind;
import dev.springtide.payment.domain.ProviderAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The operations table as a queue. A claim and the record of its try are one statement. A lease is
 * taken from free operations only: one that ran out is made a doubt first, never taken over.
 */
@Repository
class JdbcOperationQueue implements OperationQueue {

    private static final String CLAIM =
            """
            WITH due AS (
                SELECT provider_key FROM payment_operation
                 WHERE status = 'DUE' AND in_doubt = :inDoubt AND lease_owner IS NULL
                   AND next_attempt_at <= clock_timestamp()
                 ORDER BY next_attempt_at
                 LIMIT :atMost
                   FOR UPDATE SKIP LOCKED),
            claimed AS (
                UPDATE payment_operation o
                   SET attempts = attempts + 1, lease_owner = :owner,
                       lease_until = clock_timestamp() + :leaseMillis * interval '1 millisecond',
                       next_attempt_at = clock_timestamp() + :leaseMillis * interval '1 millisecond'
                  FROM due
                 WHERE o.provider_key = due.provider_key
             RETURNING o.*),
            tries AS (
                INSERT INTO payment_attempt (provider_key, attempt, kind)
                SELECT provider_key, attempts, kind FROM claimed)
            SELECT c.*, p.id AS payment_id, p.token, p.traceparent
              FROM claimed c JOIN payment p USING (order_id)
            """;

    private static final String ABANDONED =
            """
            SELECT order_id, provider_key, attempts FROM payment_operation
             WHERE status = 'DUE' AND in_doubt = ANY(ARRAY[false, true])
               AND next_attempt_at <= clock_timestamp() AND lease_owner IS NOT NULL
             ORDER BY next_attempt_at
             LIMIT :atMost
            """;

    private final JdbcClient jdbc;
    private final String owner = UUID.randomUUID().toString();

    JdbcOperationQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClaimedOperation> claim(int atMost, boolean inDoubt, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("inDoubt", inDoubt)
                .param("atMost", atMost)
                .param("owner", owner)
                .param("leaseMillis", lease.toMillis())
                .query(JdbcOperationQueue::claimed)
                .list();
    }

    @Override
    public List<CallResult> abandoned(int atMost) {
        return jdbc.sql(ABANDONED)
                .param("atMost", atMost)
                .query(JdbcOperationQueue::silence)
                .list();
    }

    private static CallResult silence(ResultSet row, int number) throws SQLException {
        return new CallResult(
                PaymentRows.uuid(row, "order_id"),
                row.getString("provider_key"),
                row.getInt("attempts"),
                new ProviderAnswer.InDoubt("lease ended"),
                Duration.ZERO);
    }

    private static ClaimedOperation claimed(ResultSet row, int number) throws SQLException {
        return new ClaimedOperation(
                row.getString("provider_key"),
                row.getInt("attempts"),
                OperationKind.valueOf(row.getString("kind")),
                PaymentRows.uuid(row, "order_id"),
                PaymentRows.uuid(row, "payment_id"),
                PaymentRows.money(row, "amount_minor"),
                row.getBoolean("in_doubt"),
                row.getString("token"),
                row.getString("traceparent"));
    }
}
