package dev.springtide.payment.application;

import dev.springtide.payment.domain.ProviderAnswer;
import java.util.Optional;

/**
 * The provider. Every call blocks for a bounded time, must not be made inside a transaction, and
 * throws {@link NeverLeftException} when it certainly had no effect, {@link UnclearAnswerException}
 * when it may have had one.
 */
public interface PaymentProvider {

    /** How many of the wanted calls are let through at present; an estimate, not a permit. */
    int admits(int wanted);

    /** What became of the operation's key; empty when the provider has never seen it. */
    Optional<ProviderAnswer> ask(ClaimedOperation operation);

    ProviderAnswer charge(ClaimedOperation operation, String token);

    ProviderAnswer voidCharge(ClaimedOperation operation);

    ProviderAnswer refund(ClaimedOperation operation);
}
