package dev.springtide.order.domain;

/** How much of an order has been shipped; independent of its status. */
public enum FulfillmentStatus {
    UNFULFILLED,
    PARTIALLY_FULFILLED,
    FULFILLED,
    RETURNED
}
