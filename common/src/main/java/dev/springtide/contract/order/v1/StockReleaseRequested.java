package dev.springtide.contract.order.v1;

import java.util.Objects;
import java.util.UUID;

/**
 * Give back whatever stock this order holds or will ever be given. Sticky: it also undoes a
 * reservation that is decided later.
 */
public record StockReleaseRequested(UUID orderId, String reason) implements OrderEvent {

    public StockReleaseRequested {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(reason, "reason");
    }
}
