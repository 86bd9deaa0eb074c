package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.Shipment;
import java.util.UUID;

/** Shipments as they were recorded, read without a lock. */
@FunctionalInterface
public interface Shipments {

    /** The shipment of a kept key. */
    Shipment get(OrderId orderId, UUID shipmentId);
}
