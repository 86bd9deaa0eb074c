package dev.springtide.order.domain;

import dev.springtide.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund by amount, a row of its own.
 *
 * @param failure why the provider refused it; null unless failed
 */
public record Refund(
        UUID id, Money amount, String reason, RefundStatus status, @Nullable String failure) {

    static Refund requested(UUID id, Money amount, String reason) {
        return new Refund(id, amount, reason, RefundStatus.PENDING, null);
    }

    Refund succeeded() {
        return new Refund(id, amount, reason, RefundStatus.SUCCEEDED, null);
    }

    Refund failed(String why) {
        return new Refund(id, amount, reason, RefundStatus.FAILED, why);
    }

    boolean pending() {
        return status == RefundStatus.PENDING;
    }
}
