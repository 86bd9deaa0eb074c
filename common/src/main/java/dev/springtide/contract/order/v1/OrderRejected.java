package dev.springtide.contract.order.v1;

import java.util.Objects;
import java.util.UUID;

/** The order ended without a sale; final for the customer. */
public record OrderRejected(UUID orderId, String customerId, String reason) implements OrderEvent {

    public OrderRejected {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(reason, "reason");
    }
}
