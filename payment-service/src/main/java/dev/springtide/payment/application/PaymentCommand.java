package dev.springtide.payment.application;

import dev.springtide.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order wants of its payment. */
public sealed interface PaymentCommand {

    UUID orderId();

    /** The order's version when it asked: a request that comes with none above is a duplicate. */
    long orderVersion();

    /**
     * Charges the order once.
     *
     * @param encryptedToken readable with the key shared with intake, for this order only
     */
    record RequestPayment(
            UUID orderId,
            String customerId,
            Money amount,
            String encryptedToken,
            long orderVersion,
            @Nullable String traceparent)
            implements PaymentCommand {}

    /** Undoes the payment, whatever its state, and keeps it undone. */
    record CancelPayment(
            UUID orderId, String customerId, long orderVersion, @Nullable String traceparent)
            implements PaymentCommand {}

    /** Gives a part of a captured payment back. */
    record RefundPayment(UUID orderId, UUID refundId, Money amount, long orderVersion)
            implements PaymentCommand {}
}
