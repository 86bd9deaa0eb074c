package dev.springtide.payment.application;

import dev.springtide.payment.domain.ProviderAnswer;
import java.time.Duration;
import java.util.UUID;

/** Something learnt about an operation, to be written down. */
public sealed interface Settlement {

    UUID orderId();

    String providerKey();

    ProviderAnswer answer();

    /**
     * How a try ended.
     *
     * @param retryIn when to try again if the answer leaves the operation open
     */
    record CallResult(
            UUID orderId, String providerKey, int attempt, ProviderAnswer answer, Duration retryIn)
            implements Settlement {}

    /**
     * What the provider told by itself; counts once for each event id.
     *
     * @param type the provider's name for it
     */
    record ProviderEvent(
            UUID orderId,
            String providerKey,
            ProviderAnswer answer,
            String provider,
            String eventId,
            String type)
            implements Settlement {}
}
