package dev.springtide.payment.application;

import dev.springtide.payment.domain.OperationKind;
import dev.springtide.payment.domain.Payment;
import dev.springtide.payment.domain.ProviderAnswer;
import dev.springtide.payment.domain.ProviderKeys;

/**
 * Gives back a charge that was taken for a payment which had ended without money: asks how it
 * stands, voids it, and refunds it where it is too late for that. Under fixed keys, so it may be
 * done any number of times.
 */
final class Reversal {

    private final PaymentProvider provider;

    Reversal(PaymentProvider provider) {
        this.provider = provider;
    }

    /** How it ended. */
    enum Outcome {
        GIVEN_BACK,
        /** Somebody was faster, or it was never taken. */
        NOTHING_TAKEN,
        REFUSED
    }

    /**
     * @throws NeverLeftException when the provider cannot be reached
     * @throws UnclearAnswerException when its answer leaves it open; to be tried again
     */
    Outcome giveBack(Payment payment) {
        boolean taken =
                provider.ask(charge(payment))
                        .filter(ProviderAnswer.Captured.class::isInstance)
                        .isPresent();
        if (!taken) {
            return Outcome.NOTHING_TAKEN;
        }
        ProviderAnswer voided =
                provider.voidCharge(
                        operation(payment, ProviderKeys.voiding(payment.id()), OperationKind.VOID));
        if (!(voided instanceof ProviderAnswer.VoidRefused)) {
            return Outcome.GIVEN_BACK;
        }
        ProviderAnswer refunded =
                provider.refund(
                        operation(
                                payment,
                                ProviderKeys.cancelRefund(payment.id()),
                                OperationKind.REFUND));
        return refunded instanceof ProviderAnswer.Refunded ? Outcome.GIVEN_BACK : Outcome.REFUSED;
    }

    /** The question after a charge. */
    static ClaimedOperation charge(Payment payment) {
        return operation(payment, ProviderKeys.charge(payment.id()), OperationKind.CHARGE);
    }

    private static ClaimedOperation operation(Payment payment, String key, OperationKind kind) {
        return new ClaimedOperation(
                key,
                1,
                kind,
                payment.orderId(),
                payment.id(),
                payment.amount(),
                true,
                null,
                payment.traceparent());
    }
}
