package dev.springtide.payment.domain;

/** How a cancelled payment ended. */
public enum CloseOutcome {
    VOIDED,
    REFUNDED,
    NEVER_CHARGED
}
