package dev.springtide.order.domain;

import dev.springtide.id.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Goods of an order that left under one tracking number. It never changes.
 *
 * @param lines each SKU once, at least one
 */
public record Shipment(UUID id, String carrier, String trackingNumber, List<ShippedLine> lines) {

    public Shipment {
        lines = List.copyOf(lines);
    }

    /** When it was recorded: the timestamp in the id. */
    public Instant createdAt() {
        return UuidV7.timestamp(id);
    }
}
