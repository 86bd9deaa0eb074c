package dev.springtide.outbox;

import dev.springtide.contract.EventType;
import dev.springtide.contract.EventTypes;
import dev.springtide.json.ContractJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores events in the transaction that causes them. They are published at least once after the
 * commit, never without it, and those of one aggregate in the order of their appends, provided that
 * each transaction holds the lock of the aggregate (its row locked or inserted) before it appends.
 */
public class Outbox {

    private static final String INSERT =
            """
            INSERT INTO outbox (id, topic, type, aggregate_id, aggregate_version, traceparent, payload)
            SELECT id::uuid, topic, type, aggregate_id, aggregate_version, traceparent, payload
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bytea[])
                   WITH ORDINALITY AS e(id, topic, type, aggregate_id, aggregate_version, traceparent,
                                        payload, position)
             ORDER BY position
            """;

    private final JdbcTemplate jdbc;
    private final RelaySignal signal;

    public Outbox(JdbcTemplate jdbc, RelaySignal signal) {
        this.jdbc = jdbc;
        this.signal = signal;
    }

    /**
     * Appends events in the given order with one statement and wakes the relay after the commit.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(List<OutboxEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event needs the transaction that causes it");
        }
        if (events.isEmpty()) {
            return;
        }
        jdbc.update(connection -> insert(connection, events));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        signal.raise();
                    }
                });
    }

    private static PreparedStatement insert(Connection connection, List<OutboxEvent> events)
            throws SQLException {
        List<EventType<?>> types =
                events.stream()
                        .<EventType<?>>map(e -> EventTypes.of(e.event().getClass()))
                        .toList();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setArray(1, text(connection, events, e -> e.id().toString()));
        insert.setArray(2, text(connection, types, EventType::topic));
        insert.setArray(3, text(connection, types, EventType::name));
        insert.setArray(4, text(connection, events, e -> e.event().aggregateId()));
        insert.setArray(
                5,
                connection.createArrayOf(
                        "bigint", events.stream().map(OutboxEvent::aggregateVersion).toArray()));
        insert.setArray(6, text(connection, events, OutboxEvent::traceparent));
        insert.setArray(
                7,
                connection.createArrayOf(
                        "bytea",
                        events.stream()
                                .map(e -> ContractJson.mapper().writeValueAsBytes(e.event()))
                                .toArray(byte[][]::new)));
        return insert;
    }

    private static <T> java.sql.Array text(
            Connection connection, List<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray());
    }
}
