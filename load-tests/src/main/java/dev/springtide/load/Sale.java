package dev.springtide.load;

import java.util.List;

/**
 * What a flash sale came to.
 *
 * @param units there were
 * @param sold as inventory counts it
 * @param decisionsPerSecond orders that were taken in and decided, from the first that was made to
 *     the last decided
 */
record Sale(long units, long sold, double decisionsPerSecond) {
    private static final double MILLIS = 1_000;

    static Sale of(List<OrderRecord> orders, long units, long sold) {
        long first =
                orders.stream()
                        .mapToLong(order -> order.createdAt().toEpochMilli())
                        .min()
                        .orElse(0);
        long last =
                orders.stream()
                        .mapToLong(order -> order.changedAt().toEpochMilli())
                        .max()
                        .orElse(0);
        double perSecond = last == first ? 0 : Math.round(orders.size() * MILLIS / (last - first));
        return new Sale(units, sold, perSecond);
    }
}
