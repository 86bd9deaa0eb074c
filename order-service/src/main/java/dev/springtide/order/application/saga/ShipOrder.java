package dev.springtide.order.application.saga;

import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.ShippedLine;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Record that goods have left.
 *
 * @param subject the operator who asks, to whom the key belongs
 * @param carrier without control characters, as the tracking number and the SKUs
 * @param lines each SKU once; empty means everything that remains
 */
public record ShipOrder(
        OrderId orderId,
        String subject,
        String idempotencyKey,
        String carrier,
        String trackingNumber,
        List<ShippedLine> lines,
        @Nullable String traceparent) {

    public ShipOrder {
        lines = List.copyOf(lines);
    }

    /** What makes it the same shipment when it is asked for again. */
    Fingerprint fingerprint() {
        // No part has a line break in it, so the parts cannot run into each other.
        String wanted =
                lines.stream()
                        .map(line -> line.quantity() + " " + line.sku())
                        .collect(Collectors.joining("\n"));
        return Fingerprint.ofText(
                "%s\n%s\n%s\n%s".formatted(orderId, carrier, trackingNumber, wanted));
    }
}
