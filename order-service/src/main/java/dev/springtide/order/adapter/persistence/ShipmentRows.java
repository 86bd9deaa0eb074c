package dev.springtide.order.adapter.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.springtide.order.application.saga.SagaStep;
import dev.springtide.order.application.saga.Shipments;
import dev.springtide.order.domain.OrderFulfillment;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.Shipment;
import dev.springtide.order.domain.ShippedLine;
import dev.springtide.order.domain.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code shipment}; they are only added under the lock of their order. */
public final class ShipmentRows implements Shipments {

    private static final String SELECT =
            "SELECT order_id, id, carrier, tracking_number, skus, quantities FROM shipment ";

    static final String LINES =
            """
            SELECT l.order_id, l.sku, l.quantity,
                   coalesce((SELECT sum(s.quantity)
                               FROM shipment p, unnest(p.skus, p.quantities) AS s(sku, quantity)
                              WHERE p.order_id = l.order_id AND s.sku = l.sku), 0) AS shipped
              FROM order_line l
             WHERE l.order_id = ANY (?) AND l.order_id BETWEEN ? AND ?
             ORDER BY l.order_id, l.line_no
            """;

    private static final String INSERT =
            """
            INSERT INTO shipment (order_id, id, carrier, tracking_number, skus, quantities, created_at)
            VALUES (:order, :id, :carrier, :tracking, :skus, :quantities, uuid_extract_timestamp(:id))
            """;

    private final JdbcClient jdbc;

    public ShipmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID orderId, Shipment shipment) {}

    private record LineRow(UUID orderId, OrderFulfillment.Line line) {}

    @Override
    public Shipment get(OrderId orderId, UUID shipmentId) {
        return jdbc.sql(SELECT + "WHERE order_id = ? AND id = ?")
                .params(orderId.value(), shipmentId)
                .query((row, n) -> row(row).shipment())
                .single();
    }

    /** All shipments of each of these orders, the oldest first. */
    Map<UUID, List<Shipment>> of(Collection<UUID> orderIds) {
        return jdbc
                .sql(SELECT + "WHERE order_id = ANY (?) ORDER BY order_id, id")
                .param(orderIds.toArray(UUID[]::new))
                .query((row, n) -> row(row))
                .list()
                .stream()
                .collect(groupingBy(Row::orderId, mapping(Row::shipment, toList())));
    }

    /** The lines of each of these orders with what was shipped of them. */
    Map<UUID, List<OrderFulfillment.Line>> lines(IdRange orders) {
        return jdbc
                .sql(LINES)
                .params(orders.array(), orders.lowest(), orders.highest())
                .query((row, n) -> lineRow(row))
                .list()
                .stream()
                .collect(groupingBy(LineRow::orderId, mapping(LineRow::line, toList())));
    }

    /** Adds the shipments of the steps; they come one at a time, from operators. */
    void save(List<SagaStep> steps) {
        for (SagaStep step : steps) {
            Shipment shipment = step.decision().shipment();
            if (shipment != null) {
                insert(step.orderId(), shipment);
            }
        }
    }

    private void insert(OrderId orderId, Shipment shipment) {
        List<ShippedLine> lines = shipment.lines();
        jdbc.sql(INSERT)
                .param("order", orderId.value())
                .param("id", shipment.id())
                .param("carrier", shipment.carrier())
                .param("tracking", shipment.trackingNumber())
                .param("skus", lines.stream().map(l -> l.sku().value()).toArray(String[]::new))
                .param(
                        "quantities",
                        lines.stream().map(ShippedLine::quantity).toArray(Integer[]::new))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        String[] skus = (String[]) row.getArray("skus").getArray();
        Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
        List<ShippedLine> lines = new ArrayList<>(skus.length);
        for (int i = 0; i < skus.length; i++) {
            lines.add(new ShippedLine(new Sku(skus[i]), quantities[i]));
        }
        return new Row(
                row.getObject("order_id", UUID.class),
                new Shipment(
                        row.getObject("id", UUID.class),
                        row.getString("carrier"),
                        row.getString("tracking_number"),
                        lines));
    }

    private static LineRow lineRow(ResultSet row) throws SQLException {
        return new LineRow(
                row.getObject("order_id", UUID.class),
                new OrderFulfillment.Line(
                        new Sku(row.getString("sku")),
                        row.getInt("quantity"),
                        row.getInt("shipped")));
    }
}
