package dev.springtide.order.adapter.rest;

import dev.springtide.observability.TraceContext;
import dev.springtide.order.application.intake.PlaceOrder;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.order.domain.Quantity;
import dev.springtide.order.domain.ShippingAddress;
import dev.springtide.order.domain.Sku;
import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import dev.springtide.web.Caller;
import dev.springtide.web.IdempotencyKey;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a command of a parsed body: shape first (400, everything wrong at once), then what can be
 * judged without the catalogue (422).
 */
final class PlaceOrderReader {

    static final String OPERATION = "place-order";

    /** Stands in for a currency that was rejected; no command is ever made with it. */
    private static final Currency NO_CURRENCY = Currency.getInstance("XTS");

    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private PlaceOrderReader() {}

    static PlaceOrder read(PlaceOrderRequest request, Caller caller, IdempotencyKey key) {
        FieldChecks checks = new FieldChecks();
        SequencedMap<Sku, Integer> quantities = LineRequest.merged(checks, request.lines());
        Currency currency = currency(checks, request.currency());
        String token = checks.required("paymentToken", request.paymentToken());
        ShippingAddress address = address(checks, request.shippingAddress());
        checks.complete();
        return new PlaceOrder(
                new LedgerKey(caller.subject(), OPERATION, key.value()),
                RequestFingerprint.of(request),
                merged(quantities),
                currency,
                token,
                address,
                request.expectedTotal(),
                TraceContext.current());
    }

    private static SequencedMap<Sku, Quantity> merged(Map<Sku, Integer> quantities) {
        SequencedMap<Sku, Quantity> merged = new LinkedHashMap<>();
        quantities.forEach((sku, quantity) -> {
            if (quantity > Quantity.MAX) {
                throw new ProblemException(
                        ProblemType.UNPROCESSABLE,
                        "All lines of a product together have at most " + Quantity.MAX + " units.",
                        Map.of("skus", List.of(sku.value())));
            }
            merged.put(sku, new Quantity(quantity));
        });
        return merged;
    }

    private static Currency currency(FieldChecks checks, @Nullable String code) {
        try {
            if (code != null) {
                return Currency.getInstance(code);
            }
        } catch (IllegalArgumentException e) {
            // Rejected below, like a missing one.
        }
        checks.reject("currency", "must be an ISO 4217 code");
        return NO_CURRENCY;
    }

    private static ShippingAddress address(
            FieldChecks checks, PlaceOrderRequest.@Nullable Address address) {
        if (address == null) {
            checks.reject("shippingAddress", "is required");
            return new ShippingAddress("", "", null, "", "", "");
        }
        if (address.country() == null || !COUNTRIES.contains(address.country())) {
            checks.reject("shippingAddress.country", "must be an ISO 3166-1 alpha-2 code");
        }
        return new ShippingAddress(
                checks.required("shippingAddress.name", address.name()),
                checks.required("shippingAddress.line1", address.line1()),
                checks.optional("shippingAddress.line2", address.line2()),
                checks.required("shippingAddress.city", address.city()),
                checks.required("shippingAddress.postalCode", address.postalCode()),
                String.valueOf(address.country()));
    }
}
