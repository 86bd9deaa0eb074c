package dev.springtide.payment.domain;

/** What a move of the table announces. */
public enum OutboundEvent {
    PAYMENT_CAPTURED,
    PAYMENT_DECLINED,
    PAYMENT_IN_DOUBT
}
