package dev.springtide.payment.domain;

import dev.springtide.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the provider's list: a charge decided, a charge voided or canceled, a refund decided.
 *
 * @param position rises along the list
 * @param key the provider key of the operation; of a void the charge's
 * @param chargeKey the charge it is or belongs to
 * @param reference what the merchant named the charge; ours is the order's id
 * @param amount null where the provider names none
 * @param at by the provider's clock
 */
public record LedgerLine(
        long position,
        Kind kind,
        String key,
        String chargeKey,
        @Nullable String reference,
        @Nullable Money amount,
        Instant at) {

    /** What the line says, in the provider's words for kind and status. */
    public enum Kind {
        CHARGE_CAPTURED,
        CHARGE_DECLINED,
        CHARGE_VOIDED,
        CHARGE_CANCELED,
        REFUND_SUCCEEDED,
        REFUND_FAILED
    }
}
