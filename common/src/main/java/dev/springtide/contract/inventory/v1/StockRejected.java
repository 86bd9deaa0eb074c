package dev.springtide.contract.inventory.v1;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Nothing was reserved, for want of these SKUs. */
public record StockRejected(UUID orderId, List<String> skus) implements InventoryEvent {

    public StockRejected {
        Objects.requireNonNull(orderId, "orderId");
        skus = List.copyOf(skus);
    }
}
