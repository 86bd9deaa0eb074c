package dev.springtide.order.domain;

/** What is known of an order's payment; it follows the facts, also after the order has ended. */
public enum PaymentStatus {
    /** Not requested. */
    NONE,
    PENDING,
    AUTHORIZED,
    /** The provider's answer is missing: charged or not, nobody knows yet. Never read as failed. */
    UNKNOWN,
    CAPTURED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    DECLINED,
    /** Closed without a charge, or with the charge undone. */
    VOIDED
}
