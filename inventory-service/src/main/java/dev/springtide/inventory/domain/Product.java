package dev.springtide.inventory.domain;

/**
 * A product of the catalogue.
 *
 * @param version 1 for a new product, one more with each change
 */
public record Product(Sku sku, ProductDetails details, long version) {

    public static Product first(Sku sku, ProductDetails details) {
        return new Product(sku, details, 1);
    }

    public Product changedTo(ProductDetails changed) {
        return changed.equals(details) ? this : new Product(sku, changed, version + 1);
    }
}
