package dev.springtide.payment.application;

import dev.springtide.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an order wants of its payment. */
public sealed interface PaymentCommand {

    UUID orderId();

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
            @Nullable String traceparent)
            implements PaymentCommand {}

    /** Undoes the payment, whatever its state, and keeps it undone. */
    record CancelPayment(UUID orderId, String customerId, @Nullable String traceparent)
            implements PaymentCommand {}

    /** Gives a part of a captured payment back. */
    record RefundPayment(UUID orderId, UUID refundId, Money amount) implements PaymentCommand {}
}
