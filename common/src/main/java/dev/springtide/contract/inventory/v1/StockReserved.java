package dev.springtide.contract.inventory.v1;

import java.util.Objects;
import java.util.UUID;

/** All lines of the order are reserved. */
public record StockReserved(UUID orderId) implements InventoryEvent {

    public StockReserved {
        Objects.requireNonNull(orderId, "orderId");
    }
}
