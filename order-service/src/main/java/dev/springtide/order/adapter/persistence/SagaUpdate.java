package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.saga.Allowances;
import dev.springtide.order.application.saga.Repeats;
import dev.springtide.order.application.saga.SagaStep;
import dev.springtide.order.domain.OrderState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that changes placed orders: each row only at the version it was decided on, and
 * with it its row of history. Counts the rows it changed.
 *
 * <p>Deadlines and the times of repeats are set by the database's clock; {@code updated_at} is for
 * display and never goes back, whatever the application's clock does.
 */
public final class SagaUpdate {

    private static final String UPDATE =
            """
            WITH changed AS (
                UPDATE orders o
                   SET status = u.status,
                       reason = u.reason,
                       cancel_reason = u.cancel_reason,
                       payment_status = u.payment_status,
                       fulfillment_status = u.fulfillment_status,
                       captured_minor = u.captured_minor,
                       refunded_minor = u.refunded_minor,
                       stock_settled = u.stock_settled,
                       payment_settled = u.payment_settled,
                       payment_token = CASE WHEN u.keep_token THEN o.payment_token END,
                       deadline = CASE WHEN u.moved
                                       THEN clock_timestamp() + u.allowance_ms * interval '1 millisecond'
                                       ELSE o.deadline END,
                       repeat_at = CASE WHEN NOT u.awaits THEN NULL
                                        WHEN u.moved THEN clock_timestamp() + waits[1] * interval '1 millisecond'
                                        WHEN u.asks_again
                                        THEN clock_timestamp() + waits[o.repeats + 2] * interval '1 millisecond'
                                        ELSE o.repeat_at END,
                       repeats = CASE WHEN u.moved THEN 0 ELSE o.repeats + u.asks_again::int END,
                       version = o.version + 1,
                       updated_at = greatest(o.updated_at, ?)
                  FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                              ?::bigint[], ?::bool[], ?::bool[], ?::bool[], ?::bool[], ?::bigint[], ?::text[],
                              ?::text[], ?::text[], ?::text[], ?::bool[], ?::bool[])
                       AS u(id, version, status, reason, cancel_reason, payment_status, captured_minor,
                            refunded_minor, stock_settled, payment_settled, keep_token, moved, allowance_ms,
                            from_status, trigger, cause, fulfillment_status, awaits, asks_again),
                       (SELECT ?::bigint[] AS waits) AS pace
                 WHERE o.id = u.id AND o.version = u.version AND o.id BETWEEN ? AND ?
                RETURNING o.id, o.version, o.updated_at, u.from_status, o.status, u.trigger, u.cause)
            INSERT INTO order_timeline (order_id, version, at, from_status, to_status, trigger, cause)
            SELECT id, version, updated_at, from_status, status, trigger, cause FROM changed
            """;

    private final Allowances allowances;
    private final Repeats repeats;
    private final Clock clock;

    public SagaUpdate(Allowances allowances, Repeats repeats, Clock clock) {
        this.allowances = allowances;
        this.repeats = repeats;
        this.clock = clock;
    }

    PreparedStatement statement(Connection connection, List<SagaStep> steps) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(UPDATE);
        ColumnArrays<SagaStep> columns = new ColumnArrays<>(connection, steps);
        statement.setObject(1, OffsetDateTime.now(clock));
        statement.setArray(2, columns.of("uuid", step -> step.orderId().value()));
        statement.setArray(3, columns.of("bigint", step -> step.decision().before().version()));
        bindState(statement, columns);
        statement.setArray(13, columns.of("bool", step -> step.decision().moved()));
        statement.setArray(14, columns.of("bigint", this::allowanceMillis));
        statement.setArray(15, columns.of("text", s -> s.decision().before().status().name()));
        statement.setArray(16, columns.of("text", step -> step.decision().trigger()));
        statement.setArray(17, columns.of("text", step -> step.command().cause()));
        statement.setArray(19, columns.of("bool", after(OrderState::awaitsAnswer)));
        statement.setArray(20, columns.of("bool", SagaStep::asksAgain));
        IdRange orders = IdRange.of(steps.stream().map(step -> step.orderId().value()).toList());
        // Beyond the last wait there is none: the order has asked often enough.
        statement.setArray(
                21, connection.createArrayOf("bigint", repeats.waits().toArray(Long[]::new)));
        statement.setObject(22, orders.lowest());
        statement.setObject(23, orders.highest());
        return statement;
    }

    private static void bindState(PreparedStatement statement, ColumnArrays<SagaStep> columns)
            throws SQLException {
        statement.setArray(4, columns.of("text", after(order -> order.status().name())));
        statement.setArray(5, columns.of("text", after(SagaUpdate::reason)));
        statement.setArray(6, columns.of("text", after(OrderState::cancelReason)));
        statement.setArray(7, columns.of("text", after(order -> order.payment().status().name())));
        statement.setArray(
                8, columns.of("bigint", after(order -> order.payment().captured().minor())));
        statement.setArray(
                9, columns.of("bigint", after(order -> order.payment().refunded().minor())));
        statement.setArray(10, columns.of("bool", after(OrderState::stockSettled)));
        statement.setArray(11, columns.of("bool", after(order -> order.payment().settled())));
        statement.setArray(12, columns.of("bool", after(OrderState::needsPaymentToken)));
        statement.setArray(
                18, columns.of("text", after(order -> order.fulfillment().status().name())));
    }

    private static Function<SagaStep, @Nullable Object> after(
            Function<OrderState, ? extends @Nullable Object> column) {
        return step -> column.apply(step.decision().after());
    }

    private static @Nullable String reason(OrderState order) {
        return order.reason() == null ? null : order.reason().name();
    }

    private @Nullable Long allowanceMillis(SagaStep step) {
        return allowances.of(step.decision().after().status()).map(Duration::toMillis).orElse(null);
    }
}
