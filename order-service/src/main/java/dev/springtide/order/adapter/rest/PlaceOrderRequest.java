package dev.springtide.order.adapter.rest;

import dev.springtide.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request to place an order as it was parsed; nothing in it is checked yet. */
record PlaceOrderRequest(
        @Nullable List<@Nullable LineRequest> lines,
        @Nullable String currency,
        @Nullable String paymentToken,
        @Nullable Address shippingAddress,
        @Nullable Money expectedTotal) {

    record Address(
            @Nullable String name,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String country) {}

    /** Keeps the payment token out of logs. */
    @Override
    public String toString() {
        return "PlaceOrderRequest[" + (lines == null ? 0 : lines.size()) + " lines]";
    }
}
