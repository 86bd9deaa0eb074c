package dev.springtide.payment.domain;

/** Whether an operation is still to be asked for. */
public enum OperationStatus {
    DUE,
    DONE,
    /** Refused by the provider, or given up because another operation decides. */
    FAILED
}
