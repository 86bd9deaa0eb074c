package dev.springtide.inventory.domain;

/** Where the units of a line go. What leaves one counter enters another: nothing gets lost. */
public enum StockMove {
    /** No units move. */
    NOTHING(0, 0, 0),
    /** Available units are promised to an order. */
    RESERVE(-1, 1, 0),
    /** Reserved units leave the house. */
    SELL(0, -1, 1),
    /** Reserved units become available again. */
    RELEASE(1, -1, 0),
    /** Sold units of a cancelled order come back. */
    RESTORE(1, 0, -1);

    private final int available;
    private final int reserved;
    private final int sold;

    StockMove(int available, int reserved, int sold) {
        this.available = available;
        this.reserved = reserved;
        this.sold = sold;
    }

    Stock apply(Stock stock, long quantity) {
        return new Stock(
                stock.sku(),
                stock.available() + available * quantity,
                stock.reserved() + reserved * quantity,
                stock.sold() + sold * quantity);
    }
}
