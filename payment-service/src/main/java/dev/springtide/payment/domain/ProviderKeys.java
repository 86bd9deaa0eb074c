package dev.springtide.payment.domain;

import java.util.UUID;

/** The keys under which the provider knows our operations: one for each, the same for ever. */
public final class ProviderKeys {

    private ProviderKeys() {}

    public static String charge(UUID paymentId) {
        return paymentId + ":charge";
    }

    static String voiding(UUID paymentId) {
        return paymentId + ":void";
    }

    static String refund(UUID paymentId, UUID refundId) {
        return paymentId + ":refund:" + refundId;
    }

    /** The refund of the remainder that a cancellation makes. */
    static String cancelRefund(UUID paymentId) {
        return paymentId + ":refund:cancel";
    }
}
