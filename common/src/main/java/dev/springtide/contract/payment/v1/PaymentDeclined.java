package dev.springtide.contract.payment.v1;

import java.util.Objects;
import java.util.UUID;

/** The provider refused the charge; no money moved. */
public record PaymentDeclined(UUID orderId, UUID paymentId, String declineCode)
        implements PaymentEvent {

    public PaymentDeclined {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(paymentId, "paymentId");
        Objects.requireNonNull(declineCode, "declineCode");
    }
}
