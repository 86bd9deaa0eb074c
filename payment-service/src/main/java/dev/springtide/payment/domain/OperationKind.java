package dev.springtide.payment.domain;

/** What is asked of the provider. */
public enum OperationKind {
    CHARGE,
    VOID,
    REFUND
}
