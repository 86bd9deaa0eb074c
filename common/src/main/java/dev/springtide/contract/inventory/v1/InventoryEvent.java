package dev.springtide.contract.inventory.v1;

import dev.springtide.contract.DomainEvent;
import java.util.UUID;

/** What inventory decided about an order; the key is the order id. */
public sealed interface InventoryEvent extends DomainEvent
        permits StockReserved, StockRejected, StockReleased {

    UUID orderId();

    @Override
    default String aggregateId() {
        return orderId().toString();
    }
}
