package dev.springtide.contract.order.v1;

import java.util.Objects;
import java.util.UUID;

/**
 * Undo whatever this order has paid or will ever be charged. Sticky: it also undoes a charge that
 * succeeds later.
 */
public record PaymentCancelRequested(UUID orderId, String customerId, String reason)
        implements OrderEvent {

    public PaymentCancelRequested {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(reason, "reason");
    }
}
