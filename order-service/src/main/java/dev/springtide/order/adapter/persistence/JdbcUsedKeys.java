package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.ledger.Claim;
import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.order.application.ledger.UsedKeys;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads single ledger rows. */
public final class JdbcUsedKeys implements UsedKeys {

    private static final String FIND =
            """
            SELECT fingerprint, resource_id FROM idempotency_key
             WHERE subject = ? AND operation = ? AND key = ?
            """;

    private final JdbcClient jdbc;

    public JdbcUsedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Claim.Used> find(LedgerKey key) {
        return jdbc.sql(FIND)
                .params(key.subject(), key.operation(), key.key())
                .query((row, n) ->
                        new Claim.Used(
                                Fingerprint.of(row.getBytes("fingerprint")),
                                row.getObject("resource_id", UUID.class)))
                .optional();
    }
}
