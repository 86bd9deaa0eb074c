package dev.springtide.contract.order.v1;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order was cancelled; its stock is back and its payment closed. */
public record OrderCancelled(UUID orderId, String customerId, @Nullable String reason)
        implements OrderEvent {

    public OrderCancelled {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
    }
}
