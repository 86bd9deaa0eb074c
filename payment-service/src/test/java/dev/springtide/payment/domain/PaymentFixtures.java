package dev.springtide.payment.domain;

import dev.springtide.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Payments at points of their life, made the way they come about. */
final class PaymentFixtures {

    static final UUID ORDER = new UUID(0, 1);
    static final UUID PAYMENT = new UUID(0, 2);
    static final UUID REFUND = new UUID(0, 3);
    static final Money AMOUNT = Money.of("30.00", "EUR");
    static final Money PART = Money.of("10.00", "EUR");
    static final Duration SOON = Duration.ofSeconds(1);
    static final String CHARGE = ProviderKeys.charge(PAYMENT);
    static final String VOID = ProviderKeys.voiding(PAYMENT);
    static final String CANCEL_REFUND = ProviderKeys.cancelRefund(PAYMENT);
    static final String PART_REFUND = ProviderKeys.refund(PAYMENT, REFUND);

    private PaymentFixtures() {}

    static PaymentCase pending() {
        return stored(
                PaymentCase.opened(
                        Payment.requested(ORDER, PAYMENT, "alice", AMOUNT, "v1.secret", null, 1)));
    }

    static PaymentCase inFlight() {
        return claimed(pending(), CHARGE);
    }

    static PaymentCase inDoubt() {
        return settled(inFlight(), CHARGE, new ProviderAnswer.InDoubt("time-out"));
    }

    static PaymentCase captured() {
        return settled(inFlight(), CHARGE, new ProviderAnswer.Captured());
    }

    static PaymentCase declined() {
        return settled(inFlight(), CHARGE, new ProviderAnswer.Declined("card_declined"));
    }

    static PaymentCase partlyRefunded() {
        PaymentCase file = captured();
        file.refund(REFUND, PART, 3);
        return settled(claimed(stored(file), PART_REFUND), PART_REFUND, refunded());
    }

    static ProviderAnswer refunded() {
        return new ProviderAnswer.Refunded();
    }

    /** As it is read again in a later transaction. */
    static PaymentCase stored(PaymentCase file) {
        return PaymentCase.of(file.payment(), file.operations());
    }

    /** What a claim does in the database. */
    static PaymentCase claimed(PaymentCase file, String key) {
        List<Operation> operations =
                file.operations().stream()
                        .map(o -> o.providerKey().equals(key) ? leased(o) : o)
                        .toList();
        return PaymentCase.of(file.payment(), operations);
    }

    static PaymentCase settled(PaymentCase file, String key, ProviderAnswer answer) {
        file.settle(key, operation(file, key).attempts(), answer, SOON);
        return stored(file);
    }

    static Operation operation(PaymentCase file, String key) {
        return file.operations().stream()
                .filter(o -> o.providerKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static List<PaymentFact> facts(PaymentCase file) {
        return file.notices().stream().map(PaymentNotice::fact).toList();
    }

    private static Operation leased(Operation o) {
        return new Operation(
                o.providerKey(),
                o.orderId(),
                o.kind(),
                o.refundId(),
                o.amount(),
                o.status(),
                o.inDoubt(),
                o.attempts() + 1,
                true,
                null,
                o.refusal());
    }
}
