package dev.springtide.payment.application;

import dev.springtide.money.Money;
import dev.springtide.payment.domain.OperationKind;
import dev.springtide.payment.domain.ProviderKeys;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation this instance may try until its lease ends; the try is stored already.
 *
 * @param attempt the number of the try
 * @param inDoubt an earlier try may have had its effect: ask before trying again
 * @param encryptedToken null once the charge is decided
 */
public record ClaimedOperation(
        String providerKey,
        int attempt,
        OperationKind kind,
        UUID orderId,
        UUID paymentId,
        Money amount,
        boolean inDoubt,
        @Nullable String encryptedToken,
        @Nullable String traceparent) {

    /** The key of the charge this operation is or refers to. */
    public String chargeKey() {
        return ProviderKeys.charge(paymentId);
    }

    @Override
    public String toString() {
        return providerKey + " try " + attempt;
    }
}
