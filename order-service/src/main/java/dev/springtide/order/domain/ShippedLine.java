package dev.springtide.order.domain;

/**
 * Units of one product that are shipped together.
 *
 * @param quantity at least one; how many there may be is the order's to say
 */
public record ShippedLine(Sku sku, int quantity) {

    public ShippedLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("a shipped line has at least one unit");
        }
    }
}
