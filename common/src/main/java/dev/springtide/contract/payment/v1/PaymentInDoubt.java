package dev.springtide.contract.payment.v1;

import java.util.Objects;
import java.util.UUID;

/** It is unknown whether the charge happened; an outcome follows. */
public record PaymentInDoubt(UUID orderId, UUID paymentId) implements PaymentEvent {

    public PaymentInDoubt {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(paymentId, "paymentId");
    }
}
