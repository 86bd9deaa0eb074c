package dev.springtide.contract.payment.v1;

import dev.springtide.money.Money;
import java.util.Objects;
import java.util.UUID;

/** The refund reached the customer. */
public record RefundSucceeded(UUID orderId, UUID refundId, Money amount) implements PaymentEvent {

    public RefundSucceeded {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(refundId, "refundId");
        Objects.requireNonNull(amount, "amount");
    }
}
