package dev.springtide.localstack.launcher.audit;

import dev.springtide.embedded.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What each side says about an order, read in one snapshot per database. */
final class Records {

    private Records() {}

    /**
     * An order-service's order.
     *
     * @param lines a hash of SKUs and quantities
     */
    record Order(
            String status, String reason, long total, long captured, long refunded, long lines) {
        boolean isSale() {
            return status.equals("CONFIRMED") || status.equals("COMPLETED");
        }

        boolean isUndone() {
            return status.equals("REJECTED") || status.equals("CANCELLED");
        }
    }

    /** An inventory-service's reservation. */
    record Reservation(String status, long lines) {}

    /**
     * A payment-service's payment.
     *
     * @param due whether something is left to be done at the provider
     */
    record Payment(UUID id, String status, long captured, long refunded, boolean due) {}

    static Map<UUID, Order> orders(Database database) {
        Map<UUID, Order> orders = new HashMap<>();
        Query.forEach(
                database,
                false,
                """
                SELECT o.id, status, coalesce(reason, ''), total_minor, captured_minor, refunded_minor,
                       (SELECT hashtextextended(string_agg(sku || ':' || quantity, ',' ORDER BY sku), 0)
                          FROM order_line l WHERE l.order_id = o.id)
                  FROM orders o
                """,
                row ->
                        orders.put(
                                row.getObject(1, UUID.class),
                                new Order(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getLong(7))));
        return orders;
    }

    static Map<UUID, Reservation> reservations(Database database) {
        Map<UUID, Reservation> reservations = new HashMap<>();
        Query.forEach(
                database,
                false,
                """
                SELECT order_id, status,
                       (SELECT hashtextextended(string_agg(sku || ':' || quantity, ',' ORDER BY sku), 0)
                          FROM unnest(skus, quantities) AS l(sku, quantity))
                  FROM reservation
                """,
                row ->
                        reservations.put(
                                row.getObject(1, UUID.class),
                                new Reservation(row.getString(2), row.getLong(3))));
        return reservations;
    }

    static Map<UUID, Payment> payments(Database database) {
        Map<UUID, Payment> payments = new HashMap<>();
        Query.forEach(
                database,
                false,
                """
                SELECT order_id, id, status, captured_minor, refunded_minor,
                       EXISTS (SELECT FROM payment_operation d WHERE d.order_id = p.order_id AND d.status = 'DUE')
                  FROM payment p
                """,
                row ->
                        payments.put(
                                row.getObject(1, UUID.class),
                                new Payment(
                                        row.getObject(2, UUID.class),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getBoolean(6))));
        return payments;
    }
}
