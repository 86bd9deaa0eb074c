package dev.springtide.load;

import java.time.Instant;
import java.util.List;

/** What a run sells. */
final class Goods {
    private static final int SPARE_STOCK = 1_000;
    private static final int PIECES_PER_ORDER = 3;

    private Goods() {}

    /** Enough of everything, and the scarce one of a flash sale. */
    static void stockUp(Settings settings, PlatformClient platform) {
        long pieces = settings.orders() * PIECES_PER_ORDER / settings.goods() + SPARE_STOCK;
        for (int product = 0; product < settings.goods(); product++) {
            platform.stock(settings.sku(product), (int) pieces);
        }
        if (settings.suite() == Suite.FLASH_SALE) {
            platform.stock(settings.flashSku(), Suite.FLASH_UNITS);
        }
    }

    /**
     * Orders decided per second from the first that was made after a moment to the last decided.
     */
    static double decisionsPerSecond(List<OrderRecord> orders, Instant from) {
        List<OrderRecord> sale =
                orders.stream().filter(order -> !order.createdAt().isBefore(from)).toList();
        long first =
                sale.stream().mapToLong(order -> order.createdAt().toEpochMilli()).min().orElse(0);
        long last =
                sale.stream().mapToLong(order -> order.changedAt().toEpochMilli()).max().orElse(0);
        return last == first ? 0 : Math.round(sale.size() * 1_000.0 / (last - first));
    }
}
