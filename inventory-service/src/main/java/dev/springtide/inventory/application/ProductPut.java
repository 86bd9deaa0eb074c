package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Product;

/**
 * A product after it was put.
 *
 * @param available the units that may be promised
 * @param created whether the SKU is new
 */
public record ProductPut(Product product, long available, boolean created) {}
