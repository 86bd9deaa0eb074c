package dev.springtide.contract.payment.v1;

import dev.springtide.money.Money;
import java.util.Objects;
import java.util.UUID;

/** The amount was captured in full. */
public record PaymentCaptured(UUID orderId, UUID paymentId, Money amount) implements PaymentEvent {

    public PaymentCaptured {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(paymentId, "paymentId");
        Objects.requireNonNull(amount, "amount");
    }
}
