package dev.springtide.order.adapter.rest;

import dev.springtide.order.domain.Shipment;
import dev.springtide.order.domain.ShippedLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A shipment as the REST contract shows it. */
record ShipmentResponse(
        UUID id, String carrier, String trackingNumber, List<Line> lines, Instant createdAt) {

    record Line(String sku, int quantity) {
        static Line of(ShippedLine line) {
            return new Line(line.sku().value(), line.quantity());
        }
    }

    static ShipmentResponse of(Shipment shipment) {
        return new ShipmentResponse(
                shipment.id(),
                shipment.carrier(),
                shipment.trackingNumber(),
                shipment.lines().stream().map(Line::of).toList(),
                shipment.createdAt());
    }
}
