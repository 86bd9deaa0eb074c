package dev.springtide.order.adapter.rest;

import dev.springtide.order.domain.ShippedLine;
import dev.springtide.order.domain.Sku;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a shipment as it was parsed; nothing in it is checked yet.
 *
 * @param lines absent means everything that remains
 */
record ShipmentRequest(
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable List<@Nullable LineRequest> lines) {

    /** A body whose shape is right. */
    record Checked(String carrier, String trackingNumber, List<ShippedLine> lines) {}

    Checked checked() {
        FieldChecks checks = new FieldChecks();
        String by = checks.required("carrier", carrier);
        String under = checks.required("trackingNumber", trackingNumber);
        Map<Sku, Integer> wanted = lines == null ? Map.of() : LineRequest.merged(checks, lines);
        checks.complete();
        return new Checked(
                by,
                under,
                wanted.entrySet().stream()
                        .map(line -> new ShippedLine(line.getKey(), line.getValue()))
                        .toList());
    }
}
