package dev.springtide.order.application.intake;

import dev.springtide.order.application.reading.OrderView;

/**
 * The answer to a request to place an order.
 *
 * @param replayed whether an earlier request placed it
 */
public record Placement(OrderView view, boolean replayed) {}
