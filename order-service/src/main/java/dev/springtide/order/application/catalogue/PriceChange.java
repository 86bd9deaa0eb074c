package dev.springtide.order.application.catalogue;

/**
 * The catalogue announced a product.
 *
 * @param version of the product, rising with every change
 */
public record PriceChange(ProductPrice product, long version) {}
