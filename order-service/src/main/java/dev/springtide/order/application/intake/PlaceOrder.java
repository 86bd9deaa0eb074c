package dev.springtide.order.application.intake;

import dev.springtide.money.Money;
import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.order.domain.Quantity;
import dev.springtide.order.domain.ShippingAddress;
import dev.springtide.order.domain.Sku;
import java.util.Currency;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The command to place an order. Its {@code toString} shows neither token nor address.
 *
 * @param quantities in the order of the request, lines of one SKU merged
 * @param expectedTotal what the customer was shown; null when any price will do
 */
public record PlaceOrder(
        LedgerKey key,
        Fingerprint fingerprint,
        SequencedMap<Sku, Quantity> quantities,
        Currency currency,
        String paymentToken,
        ShippingAddress shippingAddress,
        @Nullable Money expectedTotal,
        @Nullable String traceparent) {

    public String customerId() {
        return key.subject();
    }

    @Override
    public String toString() {
        return "PlaceOrder[" + Map.copyOf(quantities).keySet() + "]";
    }
}
