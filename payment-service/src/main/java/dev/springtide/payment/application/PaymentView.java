package dev.springtide.payment.application;

import dev.springtide.payment.domain.OperationKind;
import dev.springtide.payment.domain.Payment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment with the tries made for it, oldest first. */
public record PaymentView(Payment payment, List<Attempt> attempts) {

    public PaymentView {
        attempts = List.copyOf(attempts);
    }

    /**
     * One try.
     *
     * @param number of this operation, from 1
     * @param finishedAt null while it is on its way, or for ever if its worker died
     */
    public record Attempt(
            OperationKind operation,
            int number,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String outcome) {}
}
