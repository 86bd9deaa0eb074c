package dev.springtide.payment.domain;

/** What can happen to a payment, as a fact told by the provider or by its silence. */
public enum PaymentTrigger {
    CAPTURED,
    DECLINED,
    /** A call may have reached the provider and was not answered. */
    LEFT_IN_DOUBT,
    /** The charge did not happen and never will. */
    PREVENTED,
    /** What had been captured was voided; it may be the first sign of the capture. */
    VOIDED,
    PARTLY_REFUNDED,
    FULLY_REFUNDED
}
