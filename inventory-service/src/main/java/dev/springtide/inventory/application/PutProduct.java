package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.ProductDetails;
import dev.springtide.inventory.domain.Sku;

/** The product of this SKU shall be so. */
public record PutProduct(Sku sku, ProductDetails details) {}
