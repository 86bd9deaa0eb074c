package dev.springtide.messaging;

import dev.springtide.contract.order.v1.StockReleaseRequested;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A handler that keeps what it applied in the order it did, once each, and fails on demand. */
final class Effects implements WaveHandler {

    private final JdbcTemplate jdbc;
    final AtomicInteger calls = new AtomicInteger();
    volatile boolean healed;
    final AtomicInteger transientFailures = new AtomicInteger();

    Effects(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(
                """
                CREATE TABLE IF NOT EXISTS effect (
                    n bigint GENERATED ALWAYS AS IDENTITY, aggregate uuid, version bigint,
                    PRIMARY KEY (aggregate, version))
                """);
    }

    @Override
    public void handle(List<InboundEvent<?>> wave) {
        calls.incrementAndGet();
        for (InboundEvent<?> inbound : wave) {
            StockReleaseRequested event = (StockReleaseRequested) inbound.event();
            jdbc.update(
                    "INSERT INTO effect (aggregate, version) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    event.orderId(),
                    inbound.aggregateVersion());
            fail(event.reason());
        }
    }

    private void fail(String reason) {
        if (transientFailures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new CannotAcquireLockException("busy");
        }
        if (healed) {
            return;
        }
        switch (reason) {
            case "poison" -> throw new IllegalStateException("cannot be applied");
            case "error" -> throw new AssertionError("cannot be applied at all");
            case "overflow" -> throw new StackOverflowError();
            case "constraint" ->
                    jdbc.update("INSERT INTO effect (aggregate, version) VALUES (NULL, 0)");
            default -> {
                // applied
            }
        }
    }

    List<Long> versions(UUID aggregate) {
        return jdbc.query(
                "SELECT version FROM effect WHERE aggregate = ? ORDER BY n",
                (row, n) -> row.getLong(1),
                aggregate);
    }
}
