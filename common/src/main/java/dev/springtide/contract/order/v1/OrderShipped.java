package dev.springtide.contract.order.v1;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Goods of the order left under one tracking number. Each SKU appears in one line only. */
public record OrderShipped(
        UUID orderId,
        String customerId,
        UUID shipmentId,
        String carrier,
        String trackingNumber,
        List<Line> lines)
        implements OrderEvent {

    public OrderShipped {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(shipmentId, "shipmentId");
        Objects.requireNonNull(carrier, "carrier");
        Objects.requireNonNull(trackingNumber, "trackingNumber");
        lines = List.copyOf(lines);
    }

    /** How many units of a SKU left, at least one. */
    public record Line(String sku, int quantity) {

        public Line {
            Objects.requireNonNull(sku, "sku");
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity must be positive");
            }
        }
    }
}
