package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Product;
import java.time.Instant;

/**
 * A product as the public sees it.
 *
 * @param available units that may be promised; a number to show, never one to decide by
 * @param createdAt with the SKU, its place in the list
 */
public record CatalogueEntry(Product product, long available, Instant createdAt) {}
