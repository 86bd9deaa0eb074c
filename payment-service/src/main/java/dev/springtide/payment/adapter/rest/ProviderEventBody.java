package dev.springtide.payment.adapter.rest;

import dev.springtide.payment.domain.ProviderAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webhook's body.
 *
 * @param key the provider key of the charge or refund
 * @param reference the order id
 */
record ProviderEventBody(
        @Nullable String id,
        @Nullable String type,
        @Nullable String key,
        @Nullable String reference,
        @Nullable String declineCode) {

    /** What it says about the key; empty for a type that is of no interest. */
    Optional<ProviderAnswer> answer() {
        return switch (type) {
            case "charge.captured" -> Optional.of(new ProviderAnswer.Captured());
            case "charge.declined" ->
                    Optional.of(
                            new ProviderAnswer.Declined(
                                    declineCode == null ? "declined" : declineCode));
            case "charge.voided" -> Optional.of(new ProviderAnswer.Voided());
            case "refund.succeeded" -> Optional.of(new ProviderAnswer.Refunded());
            case null, default -> Optional.empty();
        };
    }
}
