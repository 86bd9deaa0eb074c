package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Sku;

/**
 * Units were found or lost outside orders.
 *
 * @param subject who says so; the key is theirs
 * @param key their name for this adjustment, so that it happens once
 * @param delta what to add to the available units
 */
public record AdjustStock(String subject, String key, Sku sku, long delta, String reason) {}
