package dev.springtide.order.adapter.rest;

import dev.springtide.money.Money;
import dev.springtide.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The body of a refund. */
record RefundRequest(@Nullable Money amount, @Nullable String reason) {

    Money validAmount() {
        if (amount == null) {
            throw ProblemException.invalid("amount", "is required");
        }
        if (amount.minor() <= 0) {
            throw ProblemException.invalid("amount", "must be above zero");
        }
        return amount;
    }

    String validReason() {
        if (reason == null || reason.isBlank()) {
            throw ProblemException.invalid("reason", "is required");
        }
        return Reasons.bounded(reason);
    }
}
