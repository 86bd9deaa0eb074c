package dev.springtide.payment.domain;

/** Where a payment stands. */
public enum PaymentStatus {
    /** Requested; nothing is known to have reached the provider, or its answer is awaited. */
    PENDING,
    /** The provider may have charged or not: neither a success nor a failure. */
    UNKNOWN,
    CAPTURED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    DECLINED,
    /** Undone in full before any refund; also a payment that was stopped before it was charged. */
    VOIDED
}
