package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.intake.NewOrder;
import dev.springtide.order.application.intake.NewOrders;
import dev.springtide.order.application.saga.Repeats;
import dev.springtide.order.domain.OrderLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/** Inserts a batch of orders with their lines and first timeline rows in one statement. */
public final class JdbcNewOrders implements NewOrders {

    private static final String INSERT =
            """
            WITH placed AS (
                INSERT INTO orders (id, customer_id, status, payment_status, fulfillment_status, currency,
                                    total_minor, shipping_address, payment_token, deadline, repeat_at,
                                    traceparent, version, created_at, updated_at)
                SELECT o.id, o.customer_id, o.status, o.payment_status, o.fulfillment_status, o.currency,
                       o.total_minor, o.shipping_address::jsonb, o.payment_token,
                       now() + ? * interval '1 millisecond', now() + ?::bigint * interval '1 millisecond',
                       o.traceparent, o.version,
                       uuid_extract_timestamp(o.id), uuid_extract_timestamp(o.id)
                  FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                              ?::text[], ?::text[], ?::text[], ?::bigint[])
                       AS o(id, customer_id, status, payment_status, fulfillment_status, currency, total_minor,
                            shipping_address, payment_token, traceparent, version)
                RETURNING id, version, status, created_at, deadline),
            lines AS (
                INSERT INTO order_line (order_id, line_no, sku, name, quantity, unit_price_minor, line_total_minor)
                SELECT * FROM unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::bigint[])),
            history AS (
                INSERT INTO order_timeline (order_id, version, at, from_status, to_status, trigger, cause)
                SELECT id, version, created_at, NULL, status, 'PLACED', 'customer' FROM placed)
            SELECT max(deadline) FROM placed
            """;

    private final JdbcOperations jdbc;
    private final AddressJson addresses;
    private final Repeats repeats;

    public JdbcNewOrders(JdbcOperations jdbc, AddressJson addresses, Repeats repeats) {
        this.jdbc = jdbc;
        this.repeats = repeats;
        this.addresses = addresses;
    }

    private record Line(UUID orderId, int number, OrderLine line) {}

    @Override
    public Instant insert(List<NewOrder> orders, Duration stockDeadline) {
        List<Instant> deadline =
                jdbc.query(
                        connection -> statement(connection, orders, stockDeadline),
                        (row, n) ->
                                Objects.requireNonNull(row.getObject(1, OffsetDateTime.class))
                                        .toInstant());
        return deadline.getFirst();
    }

    private PreparedStatement statement(
            Connection connection, List<NewOrder> orders, Duration stockDeadline)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(INSERT);
        statement.setLong(1, stockDeadline.toMillis());
        statement.setObject(2, repeats.waits().isEmpty() ? null : repeats.waits().getFirst());
        bindOrders(statement, new ColumnArrays<>(connection, orders));
        bindLines(statement, new ColumnArrays<>(connection, lines(orders)));
        return statement;
    }

    private void bindOrders(PreparedStatement statement, ColumnArrays<NewOrder> orders)
            throws SQLException {
        statement.setArray(3, orders.of("uuid", o -> o.order().id().value()));
        statement.setArray(4, orders.of("text", o -> o.order().customerId()));
        statement.setArray(5, orders.of("text", o -> o.order().status().name()));
        statement.setArray(6, orders.of("text", o -> o.order().paymentStatus().name()));
        statement.setArray(7, orders.of("text", o -> o.order().fulfillmentStatus().name()));
        statement.setArray(8, orders.of("text", o -> o.order().total().currency().toString()));
        statement.setArray(9, orders.of("bigint", o -> o.order().total().minor()));
        statement.setArray(
                10, orders.of("text", o -> addresses.write(o.order().shippingAddress())));
        statement.setArray(11, orders.of("text", NewOrder::encryptedToken));
        statement.setArray(12, orders.of("text", NewOrder::traceparent));
        statement.setArray(13, orders.of("bigint", o -> o.order().version()));
    }

    private static void bindLines(PreparedStatement statement, ColumnArrays<Line> lines)
            throws SQLException {
        statement.setArray(14, lines.of("uuid", Line::orderId));
        statement.setArray(15, lines.of("integer", Line::number));
        statement.setArray(16, lines.of("text", l -> l.line().sku().value()));
        statement.setArray(17, lines.of("text", l -> l.line().name()));
        statement.setArray(18, lines.of("integer", l -> l.line().quantity().value()));
        statement.setArray(19, lines.of("bigint", l -> l.line().unitPrice().minor()));
        statement.setArray(20, lines.of("bigint", l -> l.line().lineTotal().minor()));
    }

    private static List<Line> lines(List<NewOrder> orders) {
        List<Line> lines = new ArrayList<>();
        for (NewOrder placed : orders) {
            int number = 1;
            for (OrderLine line : placed.order().lines()) {
                lines.add(new Line(placed.order().id().value(), number++, line));
            }
        }
        return lines;
    }
}
