package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Stock;

/**
 * The stock right after an adjustment.
 *
 * @param replayed whether the adjustment was made by an earlier request with the same key
 */
public record StockAdjusted(Stock after, boolean replayed) {}
