package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.domain.Stock;

/**
 * The counters of a SKU.
 *
 * @param onHand units in the house: available and reserved ones
 */
record StockResponse(String sku, long onHand, long reserved, long available, long sold) {

    static StockResponse of(Stock stock) {
        return new StockResponse(
                stock.sku().value(),
                stock.onHand(),
                stock.reserved(),
                stock.available(),
                stock.sold());
    }
}
