package dev.springtide.contract.payment.v1;

import java.util.Objects;
import java.util.UUID;

/** The provider refused the refund for good; no money moved. */
public record RefundFailed(UUID orderId, UUID refundId, String reason) implements PaymentEvent {

    public RefundFailed {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(refundId, "refundId");
        Objects.requireNonNull(reason, "reason");
    }
}
