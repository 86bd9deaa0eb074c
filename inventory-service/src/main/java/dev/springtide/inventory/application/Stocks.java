package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import dev.springtide.inventory.domain.StockChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The counters of every SKU. */
public interface Stocks {

    /** The stock as it is committed, without a lock. */
    Optional<Stock> find(Sku sku);

    /**
     * Locks stock rows in SKU order until the transaction ends; unknown SKUs have none. All rows a
     * transaction needs are locked by one call, so that no two transactions wait for each other.
     */
    List<Stock> lock(Set<Sku> skus);

    /** Adds to counters of rows that this transaction has locked. */
    void change(List<StockChange> changes);

    /** An empty row for a new product. */
    void open(Sku sku);
}
