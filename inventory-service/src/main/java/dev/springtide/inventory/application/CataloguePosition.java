package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Sku;
import java.time.Instant;

/** A place in the list of products, which runs from the newest to the oldest. */
public record CataloguePosition(Instant createdAt, Sku sku) {}
