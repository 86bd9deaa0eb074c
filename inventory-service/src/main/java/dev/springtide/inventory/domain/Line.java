package dev.springtide.inventory.domain;

/** How many units of a SKU an order wants, at least one. */
public record Line(Sku sku, int quantity) {

    public Line {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be positive");
        }
    }
}
