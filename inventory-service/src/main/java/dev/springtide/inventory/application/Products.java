package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Product;
import dev.springtide.inventory.domain.Sku;

/** The products as operators write them. */
public interface Products {

    /** False when the SKU has a product; waits for a transaction that is just inserting it. */
    boolean insert(Product product);

    /** The product of a known SKU, locked until the transaction ends. */
    Product lock(Sku sku);

    /** Stores a product this transaction has locked. */
    void update(Product product);
}
