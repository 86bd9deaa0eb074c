package dev.springtide.payment.adapter.rest;

import dev.springtide.money.Money;
import dev.springtide.payment.application.PaymentView;
import dev.springtide.payment.domain.Payment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as its customer sees it: no token, no provider keys. */
record PaymentResponse(
        UUID orderId,
        String status,
        Money amount,
        Money captured,
        Money refunded,
        List<Attempt> attempts) {

    /**
     * A try.
     *
     * @param outcome absent while it is on its way
     */
    record Attempt(
            String operation,
            int number,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String outcome) {}

    static PaymentResponse of(PaymentView view) {
        Payment payment = view.payment();
        return new PaymentResponse(
                payment.orderId(),
                payment.status().name(),
                payment.amount(),
                payment.captured(),
                payment.refunded(),
                view.attempts().stream().map(PaymentResponse::attempt).toList());
    }

    private static Attempt attempt(PaymentView.Attempt attempt) {
        return new Attempt(
                attempt.operation().name(),
                attempt.number(),
                attempt.startedAt(),
                attempt.finishedAt(),
                attempt.outcome());
    }
}
