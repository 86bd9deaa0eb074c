package dev.springtide.order.domain;

/** What can move an order from one status to another. */
public enum OrderTrigger {
    STOCK_RESERVED,
    STOCK_REJECTED,
    PAYMENT_CAPTURED,
    PAYMENT_DECLINED,
    STOCK_DEADLINE_PASSED,
    PAYMENT_DEADLINE_PASSED,
    CANCELLATION_REQUESTED,
    /** The stock has been released and the payment closed: both, in whatever order. */
    CANCELLATION_SETTLED,
    /** All lines have been shipped. */
    FULFILLED
}
