package dev.springtide.inventory.domain;

/** By how much a wave changes the counters of a SKU, all of its orders taken together. */
public record StockChange(Sku sku, long available, long reserved, long sold) {

    public static StockChange between(Stock before, Stock after) {
        return new StockChange(
                before.sku(),
                after.available() - before.available(),
                after.reserved() - before.reserved(),
                after.sold() - before.sold());
    }
}
