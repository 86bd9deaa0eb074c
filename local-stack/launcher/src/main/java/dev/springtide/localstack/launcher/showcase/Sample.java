package dev.springtide.localstack.launcher.showcase;

import java.util.List;
import java.util.Map;

/**
 * An order to show.
 *
 * @param story what the customer does, for people
 * @param end the status it ends in
 */
record Sample(
        String customer,
        String story,
        Map<String, Integer> lines,
        String paymentToken,
        boolean cancelled,
        String end) {

    static List<Sample> all() {
        return List.of(
                new Sample(
                        "alice",
                        "buys coffee and a mug",
                        Map.of("COF-001", 2, "GLA-004", 1),
                        "tok_visa",
                        false,
                        "CONFIRMED"),
                new Sample(
                        "bob",
                        "wants more skillets than there are",
                        Map.of("COO-001", 999),
                        "tok_visa",
                        false,
                        "REJECTED"),
                new Sample(
                        "carol",
                        "pays with a card that is declined",
                        Map.of("TEA-002", 3),
                        "tok_declined",
                        false,
                        "REJECTED"),
                new Sample(
                        "dave",
                        "cancels after the confirmation",
                        Map.of("BOO-008", 1, "TEX-001", 1),
                        "tok_visa",
                        true,
                        "CANCELLED"),
                new Sample(
                        "erin",
                        "pays while the provider stumbles (500, then fine)",
                        Map.of("KNI-003", 1),
                        "tok_error_once",
                        false,
                        "CONFIRMED"));
    }

    Map<String, Object> json() {
        return Map.of(
                "lines",
                lines.entrySet().stream()
                        .map(line -> Map.of("sku", line.getKey(), "quantity", line.getValue()))
                        .toList(),
                "currency",
                "EUR",
                "paymentToken",
                paymentToken,
                "shippingAddress",
                Map.of(
                        "name", customer,
                        "line1", "1 Harbour Street",
                        "city", "Bremen",
                        "postalCode", "28195",
                        "country", "DE"));
    }
}
