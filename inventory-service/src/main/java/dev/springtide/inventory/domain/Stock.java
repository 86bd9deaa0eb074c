package dev.springtide.inventory.domain;

/**
 * The units of a SKU. No counter is ever negative.
 *
 * @param available units that may be promised
 * @param reserved units promised to orders that are not paid yet
 * @param sold units that left by paid orders, less those that came back
 */
public record Stock(Sku sku, long available, long reserved, long sold) {

    public Stock {
        if (available < 0 || reserved < 0 || sold < 0) {
            throw new IllegalStateException(
                    "stock of %s would be %d available, %d reserved, %d sold"
                            .formatted(sku, available, reserved, sold));
        }
    }

    public static Stock none(Sku sku) {
        return new Stock(sku, 0, 0, 0);
    }

    /** Units in the house: available and reserved ones. */
    public long onHand() {
        return available + reserved;
    }

    public boolean covers(long quantity) {
        return available >= quantity;
    }

    /**
     * Units found or lost outside orders.
     *
     * @throws InsufficientStockException when fewer units are available than are to be taken away
     */
    public Stock adjustedBy(long delta) {
        long adjusted = Math.addExact(available, delta);
        if (adjusted < 0) {
            throw new InsufficientStockException(this, delta);
        }
        return new Stock(sku, adjusted, reserved, sold);
    }
}
