package dev.springtide.inventory.adapter.persistence;

import dev.springtide.inventory.application.AdjustStock;
import dev.springtide.inventory.application.AdjustmentKeyReusedException;
import dev.springtide.inventory.application.Adjustments;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adjustments by subject and key; a key in flight is known by an advisory lock on its hash. */
@Repository
class JdbcAdjustments implements Adjustments {

    private static final String FIND =
            """
            SELECT fingerprint = ? AS same, sku, available_after, reserved_after, sold_after
              FROM stock_adjustment
             WHERE subject = ? AND key = ?
            """;

    private static final String INSERT =
            """
            INSERT INTO stock_adjustment (subject, key, fingerprint, sku, delta, reason,
                                          available_after, reserved_after, sold_after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;

    JdbcAdjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stored(boolean same, Stock after) {}

    @Override
    public boolean claim(AdjustStock command) {
        byte[] hash = sha256(command.subject(), command.key());
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(hash).getLong())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Stock> find(AdjustStock command) {
        Optional<Stored> stored =
                jdbc.sql(FIND)
                        .params(fingerprint(command), command.subject(), command.key())
                        .query((row, _) ->
                                new Stored(
                                        row.getBoolean("same"),
                                        new Stock(
                                                new Sku(row.getString("sku")),
                                                row.getLong("available_after"),
                                                row.getLong("reserved_after"),
                                                row.getLong("sold_after"))))
                        .optional();
        if (stored.isPresent() && !stored.get().same()) {
            throw new AdjustmentKeyReusedException();
        }
        return stored.map(Stored::after);
    }

    @Override
    public void record(AdjustStock command, Stock after) {
        jdbc.sql(INSERT)
                .params(
                        command.subject(),
                        command.key(),
                        fingerprint(command),
                        command.sku().value(),
                        command.delta(),
                        command.reason(),
                        after.available(),
                        after.reserved(),
                        after.sold())
                .update();
    }

    private static byte[] fingerprint(AdjustStock command) {
        return sha256(command.sku().value(), Long.toString(command.delta()), command.reason());
    }

    /** No part can hold NUL, so different parts never read the same. */
    private static byte[] sha256(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
