package dev.springtide.order.application.saga;

import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.domain.CorrectionAction;
import dev.springtide.order.domain.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Move a stuck order on by hand.
 *
 * @param operator who asks, to whom the key belongs
 * @param version the order's version that the operator saw
 */
public record CorrectOrder(
        OrderId orderId,
        String operator,
        String idempotencyKey,
        CorrectionAction action,
        String reason,
        long version,
        @Nullable String traceparent) {

    /** What makes it the same correction when it is asked for again. */
    Fingerprint fingerprint() {
        return Fingerprint.ofText("%s\n%s\n%d\n%s".formatted(orderId, action, version, reason));
    }
}
