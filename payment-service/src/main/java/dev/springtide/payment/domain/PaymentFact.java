package dev.springtide.payment.domain;

import dev.springtide.money.Money;
import java.util.UUID;

/** Something the order must learn about its payment. */
public sealed interface PaymentFact {

    record Captured(Money amount) implements PaymentFact {}

    record Declined(String code) implements PaymentFact {}

    record InDoubt() implements PaymentFact {}

    /**
     * The cancellation is done.
     *
     * @param refunded what was given back in all; zero if nothing was ever charged
     */
    record Closed(CloseOutcome outcome, Money refunded) implements PaymentFact {}

    record RefundSucceeded(UUID refundId, Money amount) implements PaymentFact {}

    record RefundFailed(UUID refundId, String reason) implements PaymentFact {}
}
