package dev.springtide.order.adapter.rest;

import dev.springtide.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The body of a refund as it was parsed; nothing in it is checked yet. */
record RefundRequest(@Nullable Money amount, @Nullable String reason) {

    /** A body whose shape is right. */
    record Checked(Money amount, String reason) {}

    Checked checked() {
        FieldChecks checks = new FieldChecks();
        Money wanted = amount == null ? Money.zero(Currency.getInstance("EUR")) : amount;
        if (amount == null) {
            checks.reject("amount", "is required");
        } else if (amount.minor() == 0) {
            checks.reject("amount", "must be above zero");
        }
        String why = checks.required("reason", reason);
        checks.complete();
        return new Checked(wanted, why);
    }
}
