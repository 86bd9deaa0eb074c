package dev.springtide.order.adapter.persistence;

import dev.springtide.order.domain.OrderStatus;

/**
 * Queries for the ids of orders that are few among many, each through a partial index. What they
 * cost depends on how many orders are in motion or on the size of the page, never on how many
 * orders are kept.
 */
final class OrderCandidates {

    private static final String IN_MOTION = "status IN ('PENDING', 'RESERVED', 'CANCELLING')";

    private static final String SETTLED =
            "status IN ('CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLED')";

    private static final String UNDOING =
            "status = 'REJECTED' AND reason <> 'OUT_OF_STOCK' AND NOT (stock_settled AND payment_settled)";

    private OrderCandidates() {}

    /**
     * All orders in a status.
     *
     * @param conditions further ones, the one on the status among them
     */
    static String in(OrderStatus status, String conditions) {
        return switch (status) {
            // OFFSET 0: all that are in motion are looked at, never all orders in search of them.
            case PENDING, RESERVED, CANCELLING -> select(IN_MOTION, conditions) + " OFFSET 0";
            case CONFIRMED, COMPLETED, REJECTED, CANCELLED -> select(SETTLED, conditions);
        };
    }

    /** All stuck orders; takes the parameters {@code doubtMillis} and {@code undoingMillis}. */
    static String stuck(String conditions) {
        return String.join(
                " UNION ",
                select(IN_MOTION + " AND deadline <= now()", conditions),
                select(
                        IN_MOTION
                                + " AND payment_status = 'UNKNOWN' AND "
                                + unchanged("doubtMillis"),
                        conditions),
                select(UNDOING + " AND " + unchanged("undoingMillis"), conditions));
    }

    private static String unchanged(String millis) {
        return "updated_at <= now() - :%s * interval '1 millisecond'".formatted(millis);
    }

    private static String select(String kind, String conditions) {
        return "SELECT id FROM orders WHERE %s AND %s".formatted(kind, conditions);
    }
}
