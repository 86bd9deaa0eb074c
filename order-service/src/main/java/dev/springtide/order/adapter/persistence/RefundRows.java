package dev.springtide.order.adapter.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.springtide.money.Money;
import dev.springtide.order.application.saga.Refunds;
import dev.springtide.order.application.saga.Repeats;
import dev.springtide.order.application.saga.SagaStep;
import dev.springtide.order.domain.Refund;
import dev.springtide.order.domain.RefundStatus;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/** Rows of {@code refund}; they only change under the lock of their order. */
public final class RefundRows implements Refunds {

    private static final String SELECT =
            """
            SELECT r.id, r.order_id, r.amount_minor, o.currency, r.reason, r.status, r.failure
              FROM refund r
              JOIN orders o ON o.id = r.order_id
            """;

    private static final String SAVE =
            """
            INSERT INTO refund AS r (id, order_id, amount_minor, reason, status, failure, repeat_at, created_at, updated_at)
            SELECT u.id, u.order_id, u.amount_minor, u.reason, u.status, u.failure,
                   now() + waits[1] * interval '1 millisecond', ?, ?
              FROM (SELECT ?::bigint[] AS waits) AS pace,
                   unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                   AS u(id, order_id, amount_minor, reason, status, failure)
            ON CONFLICT (id) DO UPDATE
               SET status = excluded.status,
                   failure = excluded.failure,
                   repeat_at = CASE excluded.status WHEN 'PENDING' THEN
                       now() + (?::bigint[])[r.repeats + 2] * interval '1 millisecond' END,
                   repeats = r.repeats + (excluded.status = 'PENDING')::int,
                   updated_at = greatest(r.updated_at, excluded.updated_at)
            """;

    private final JdbcOperations jdbc;
    private final Repeats repeats;
    private final Clock clock;

    public RefundRows(JdbcOperations jdbc, Repeats repeats, Clock clock) {
        this.jdbc = jdbc;
        this.repeats = repeats;
        this.clock = clock;
    }

    private record Row(UUID orderId, Refund refund) {}

    /** All refunds of each of these orders, the oldest first. */
    Map<UUID, List<Refund>> of(Collection<UUID> orderIds) {
        return jdbc
                .query(
                        connection -> {
                            var statement =
                                    connection.prepareStatement(
                                            SELECT + "WHERE r.order_id = ANY (?) ORDER BY r.id");
                            statement.setArray(
                                    1, connection.createArrayOf("uuid", orderIds.toArray()));
                            return statement;
                        },
                        (row, n) -> row(row))
                .stream()
                .collect(groupingBy(Row::orderId, mapping(Row::refund, toList())));
    }

    @Override
    public Refund get(UUID refundId) {
        Row found = jdbc.queryForObject(SELECT + "WHERE r.id = ?", (row, n) -> row(row), refundId);
        return Objects.requireNonNull(found).refund();
    }

    /** Adds or changes the refunds that the steps touched. */
    void save(List<SagaStep> steps) {
        List<SagaStep> touching =
                steps.stream().filter(step -> step.decision().refund() != null).toList();
        if (!touching.isEmpty()) {
            List<Row> rows =
                    touching.stream()
                            .map(step ->
                                    new Row(
                                            step.orderId().value(),
                                            Objects.requireNonNull(step.decision().refund())))
                            .toList();
            jdbc.update(connection -> save(connection, rows));
        }
    }

    private PreparedStatement save(Connection connection, List<Row> rows) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(clock);
        ColumnArrays<Row> columns = new ColumnArrays<>(connection, rows);
        PreparedStatement statement = connection.prepareStatement(SAVE);
        statement.setObject(1, now);
        statement.setObject(2, now);
        Array waits = connection.createArrayOf("bigint", repeats.waits().toArray(Long[]::new));
        statement.setArray(3, waits);
        statement.setArray(4, columns.of("uuid", row -> row.refund().id()));
        statement.setArray(5, columns.of("uuid", Row::orderId));
        statement.setArray(6, columns.of("bigint", row -> row.refund().amount().minor()));
        statement.setArray(7, columns.of("text", row -> row.refund().reason()));
        statement.setArray(8, columns.of("text", row -> row.refund().status().name()));
        statement.setArray(9, columns.of("text", row -> row.refund().failure()));
        statement.setArray(10, waits);
        return statement;
    }

    private static Row row(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Refund refund =
                new Refund(
                        row.getObject("id", UUID.class),
                        new Money(row.getLong("amount_minor"), currency),
                        row.getString("reason"),
                        RefundStatus.valueOf(row.getString("status")),
                        row.getString("failure"));
        return new Row(row.getObject("order_id", UUID.class), refund);
    }
}
