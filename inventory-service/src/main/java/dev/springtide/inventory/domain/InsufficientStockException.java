package dev.springtide.inventory.domain;

/** An adjustment would take more units than are available. */
public final class InsufficientStockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long available;

    InsufficientStockException(Stock stock, long delta) {
        super("%d of %s available, %d asked".formatted(stock.available(), stock.sku(), -delta));
        this.available = stock.available();
    }

    public long available() {
        return available;
    }
}
