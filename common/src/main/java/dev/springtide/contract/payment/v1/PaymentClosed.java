package dev.springtide.contract.payment.v1;

import dev.springtide.money.Money;
import java.util.Objects;
import java.util.UUID;

/**
 * The payment is undone and will never be charged again.
 *
 * @param outcome {@code VOIDED}, {@code REFUNDED} or {@code NEVER_CHARGED}
 * @param refunded what was given back by this and by earlier refunds; zero if never charged
 */
public record PaymentClosed(UUID orderId, String outcome, Money refunded) implements PaymentEvent {

    public PaymentClosed {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(refunded, "refunded");
    }
}
