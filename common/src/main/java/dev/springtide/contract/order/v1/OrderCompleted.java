package dev.springtide.contract.order.v1;

import java.util.Objects;
import java.util.UUID;

/** Every line of the order has been shipped. */
public record OrderCompleted(UUID orderId, String customerId) implements OrderEvent {

    public OrderCompleted {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
    }
}
