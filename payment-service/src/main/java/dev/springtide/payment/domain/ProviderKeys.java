package dev.springtide.payment.domain;

import java.util.UUID;
import java.util.regex.Pattern;

/** The keys under which the provider knows our operations: one for each, the same for ever. */
public final class ProviderKeys {

    private static final Pattern CHARGE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:charge");

    private ProviderKeys() {}

    /** Whether a key looks like those of our charges; it proves nothing. */
    static boolean isChargeKey(String key) {
        return CHARGE.matcher(key).matches();
    }

    public static String charge(UUID paymentId) {
        return paymentId + ":charge";
    }

    public static String voiding(UUID paymentId) {
        return paymentId + ":void";
    }

    static String refund(UUID paymentId, UUID refundId) {
        return paymentId + ":refund:" + refundId;
    }

    /** The refund of the remainder that a cancellation makes. */
    public static String cancelRefund(UUID paymentId) {
        return paymentId + ":refund:cancel";
    }
}
