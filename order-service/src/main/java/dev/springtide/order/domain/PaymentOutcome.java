package dev.springtide.order.domain;

/** How a payment was closed. */
public enum PaymentOutcome {
    VOIDED,
    REFUNDED,
    NEVER_CHARGED
}
