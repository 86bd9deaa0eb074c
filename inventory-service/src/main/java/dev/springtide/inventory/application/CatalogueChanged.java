package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Sku;

/** What the catalogue shows of a SKU is about to change with the current transaction. */
public record CatalogueChanged(Sku sku) {}
