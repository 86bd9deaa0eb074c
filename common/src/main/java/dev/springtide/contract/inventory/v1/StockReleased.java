package dev.springtide.contract.inventory.v1;

import java.util.Objects;
import java.util.UUID;

/** The order holds no stock and never will again. */
public record StockReleased(UUID orderId) implements InventoryEvent {

    public StockReleased {
        Objects.requireNonNull(orderId, "orderId");
    }
}
