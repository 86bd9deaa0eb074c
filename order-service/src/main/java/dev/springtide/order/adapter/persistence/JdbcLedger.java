package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.ledger.Claim;
import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.application.ledger.Ledger;
import dev.springtide.order.application.ledger.LedgerConflictException;
import dev.springtide.order.application.ledger.LedgerEntry;
import dev.springtide.order.application.ledger.LedgerKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The ledger in PostgreSQL. A fresh claim holds the advisory lock of its key until the transaction
 * ends, so no second insert of the key can ever wait for the first.
 *
 * <p>The lock is taken after the snapshot of its own statement: a key that was committed in between
 * looks fresh, and {@link #record} finds out.
 */
public final class JdbcLedger implements Ledger {

    /** OFFSET 0 keeps the look-up an index probe for each key, however large the ledger grows. */
    private static final String CLAIM =
            """
            SELECT pg_try_advisory_xact_lock(q.lock_id) AS locked, k.fingerprint, k.resource_id
              FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                   WITH ORDINALITY AS q(subject, operation, key, lock_id, position)
              LEFT JOIN LATERAL (
                    SELECT fingerprint, resource_id
                      FROM idempotency_key i
                     WHERE i.subject = q.subject AND i.operation = q.operation AND i.key = q.key
                    OFFSET 0) k ON true
             ORDER BY q.position
            """;

    private static final String RECORD =
            """
            INSERT INTO idempotency_key (subject, operation, key, fingerprint, resource_id)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::uuid[])
            ON CONFLICT DO NOTHING
            """;

    private final JdbcOperations jdbc;

    public JdbcLedger(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Claim> claim(List<LedgerKey> keys) {
        return jdbc.query(connection -> claim(connection, keys), (row, n) -> claim(row));
    }

    @Override
    public void record(List<LedgerEntry> entries) {
        int stored = jdbc.update(connection -> record(connection, entries));
        if (stored < entries.size()) {
            throw new LedgerConflictException();
        }
    }

    private static PreparedStatement claim(Connection connection, List<LedgerKey> keys)
            throws SQLException {
        ColumnArrays<LedgerKey> columns = new ColumnArrays<>(connection, keys);
        PreparedStatement statement = connection.prepareStatement(CLAIM);
        statement.setArray(1, columns.of("text", LedgerKey::subject));
        statement.setArray(2, columns.of("text", LedgerKey::operation));
        statement.setArray(3, columns.of("text", LedgerKey::key));
        statement.setArray(4, columns.of("bigint", LedgerKey::lockId));
        return statement;
    }

    private static Claim claim(ResultSet row) throws SQLException {
        byte[] fingerprint = row.getBytes("fingerprint");
        if (fingerprint != null) {
            return new Claim.Used(
                    Fingerprint.of(fingerprint), row.getObject("resource_id", UUID.class));
        }
        return row.getBoolean("locked") ? new Claim.Fresh() : new Claim.Busy();
    }

    private static PreparedStatement record(Connection connection, List<LedgerEntry> entries)
            throws SQLException {
        ColumnArrays<LedgerEntry> columns = new ColumnArrays<>(connection, entries);
        PreparedStatement statement = connection.prepareStatement(RECORD);
        statement.setArray(1, columns.of("text", entry -> entry.key().subject()));
        statement.setArray(2, columns.of("text", entry -> entry.key().operation()));
        statement.setArray(3, columns.of("text", entry -> entry.key().key()));
        statement.setArray(4, columns.bytes(entry -> entry.fingerprint().bytes()));
        statement.setArray(5, columns.of("uuid", LedgerEntry::resourceId));
        return statement;
    }
}
