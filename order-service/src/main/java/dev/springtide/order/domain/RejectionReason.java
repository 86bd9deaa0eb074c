package dev.springtide.order.domain;

/** Why an order was rejected. */
public enum RejectionReason {
    OUT_OF_STOCK,
    STOCK_TIMEOUT,
    PAYMENT_DECLINED,
    PAYMENT_TIMEOUT
}
