package dev.springtide.order.adapter.persistence;

import dev.springtide.money.Money;
import dev.springtide.order.application.reading.OrderView;
import dev.springtide.order.domain.FulfillmentStatus;
import dev.springtide.order.domain.Order;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderLine;
import dev.springtide.order.domain.OrderStatus;
import dev.springtide.order.domain.PaymentStatus;
import dev.springtide.order.domain.Quantity;
import dev.springtide.order.domain.Refund;
import dev.springtide.order.domain.RefundStatus;
import dev.springtide.order.domain.RejectionReason;
import dev.springtide.order.domain.Shipment;
import dev.springtide.order.domain.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts orders together from their rows. */
final class OrderRows {

    private static final String REFUNDS =
            """
            SELECT order_id, id, amount_minor, reason, status, failure
              FROM refund WHERE order_id = ANY (?) ORDER BY order_id, id
            """;

    private final JdbcClient jdbc;
    private final AddressJson addresses;
    private final ShipmentRows shipments;

    OrderRows(JdbcClient jdbc, AddressJson addresses) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.shipments = new ShipmentRows(jdbc);
    }

    /**
     * An order as its row has it.
     *
     * @param refunds whether there are any
     */
    private record Head(Order order, boolean refunds) {
        UUID id() {
            return order.id().value();
        }

        boolean shipped() {
            return order.fulfillmentStatus() != FulfillmentStatus.UNFULFILLED;
        }

        Currency currency() {
            return order.total().currency();
        }
    }

    List<OrderView> read(OrderQuery query) {
        List<Head> heads =
                jdbc.sql(query.sql())
                        .params(query.parameters())
                        .query((row, n) -> head(row))
                        .list();
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Refund>> refunds = refunds(heads);
        Map<UUID, List<Shipment>> shipped = shipments(heads);
        return heads.stream()
                .map(head ->
                        new OrderView(
                                head.order(),
                                shipped.getOrDefault(head.id(), List.of()),
                                refunds.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private Head head(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Head(
                new Order(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getString("customer_id"),
                        OrderStatus.valueOf(row.getString("status")),
                        reason == null ? null : RejectionReason.valueOf(reason),
                        PaymentStatus.valueOf(row.getString("payment_status")),
                        FulfillmentStatus.valueOf(row.getString("fulfillment_status")),
                        lines(row, currency),
                        new Money(row.getLong("total_minor"), currency),
                        addresses.read(row.getString("shipping_address")),
                        nullableInstant(row, "deadline"),
                        instant(row, "created_at"),
                        instant(row, "updated_at"),
                        row.getLong("version")),
                row.getBoolean("refunds"));
    }

    private Map<UUID, List<Shipment>> shipments(List<Head> heads) {
        List<UUID> begun = heads.stream().filter(Head::shipped).map(Head::id).toList();
        return begun.isEmpty() ? Map.of() : shipments.of(begun);
    }

    private static List<OrderLine> lines(ResultSet row, Currency currency) throws SQLException {
        String[] skus = (String[]) row.getArray("skus").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        Integer[] quantities = (Integer[]) row.getArray("quantities").getArray();
        Long[] prices = (Long[]) row.getArray("prices").getArray();
        List<OrderLine> lines = new ArrayList<>(skus.length);
        for (int n = 0; n < skus.length; n++) {
            lines.add(
                    new OrderLine(
                            new Sku(skus[n]),
                            names[n],
                            new Quantity(quantities[n]),
                            new Money(prices[n], currency)));
        }
        return lines;
    }

    private Map<UUID, List<Refund>> refunds(List<Head> heads) {
        Map<UUID, Currency> currencies =
                heads.stream()
                        .filter(Head::refunds)
                        .collect(Collectors.toMap(Head::id, Head::currency));
        if (currencies.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Refund>> found = new HashMap<>();
        jdbc.sql(REFUNDS)
                .param(currencies.keySet().toArray(UUID[]::new))
                .query(row -> {
                    UUID order = row.getObject("order_id", UUID.class);
                    found.computeIfAbsent(order, id -> new ArrayList<>())
                            .add(
                                    new Refund(
                                            row.getObject("id", UUID.class),
                                            new Money(
                                                    row.getLong("amount_minor"),
                                                    Objects.requireNonNull(currencies.get(order))),
                                            row.getString("reason"),
                                            RefundStatus.valueOf(row.getString("status")),
                                            row.getString("failure")));
                });
        return found;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, String column)
            throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
