package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Product;
import java.util.List;

/** What this service tells the others, with the transaction it is called in. */
public interface InventoryEvents {

    /** The caller holds the reservations' rows. */
    void decided(List<TracedDecision> decisions);

    /** The caller holds the product's row. */
    void productChanged(Product product);
}
