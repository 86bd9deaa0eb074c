package dev.springtide.order.domain;

/** How far a refund has come. Everything but {@code FAILED} counts against what was captured. */
public enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED
}
