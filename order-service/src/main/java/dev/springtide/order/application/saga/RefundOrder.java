package dev.springtide.order.application.saga;

import dev.springtide.money.Money;
import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.domain.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Give back part of what was captured, or all of it.
 *
 * @param subject the operator who asks, to whom the key belongs
 */
public record RefundOrder(
        OrderId orderId,
        String subject,
        String idempotencyKey,
        Money amount,
        String reason,
        @Nullable String traceparent) {

    /** What makes it the same refund when it is asked for again. */
    Fingerprint fingerprint() {
        // The reason stands last: nothing in it can look like the start of another part.
        return Fingerprint.ofText("%s\n%s\n%s".formatted(orderId, amount, reason));
    }
}
