package dev.springtide.payment.domain;

import static dev.springtide.payment.domain.PaymentFixtures.AMOUNT;
import static dev.springtide.payment.domain.PaymentFixtures.CANCEL_REFUND;
import static dev.springtide.payment.domain.PaymentFixtures.CHARGE;
import static dev.springtide.payment.domain.PaymentFixtures.ORDER;
import static dev.springtide.payment.domain.PaymentFixtures.PART;
import static dev.springtide.payment.domain.PaymentFixtures.PART_REFUND;
import static dev.springtide.payment.domain.PaymentFixtures.PAYMENT;
import static dev.springtide.payment.domain.PaymentFixtures.REFUND;
import static dev.springtide.payment.domain.PaymentFixtures.SOON;
import static dev.springtide.payment.domain.PaymentFixtures.VOID;
import static dev.springtide.payment.domain.PaymentFixtures.captured;
import static dev.springtide.payment.domain.PaymentFixtures.claimed;
import static dev.springtide.payment.domain.PaymentFixtures.facts;
import static dev.springtide.payment.domain.PaymentFixtures.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class CancellationTests {

    private static final Money NOTHING = Money.zero(AMOUNT.currency());
    private static final PaymentFact NEVER_CHARGED =
            new PaymentFact.Closed(CloseOutcome.NEVER_CHARGED, NOTHING);
    private static final PaymentFact VOIDED = new PaymentFact.Closed(CloseOutcome.VOIDED, AMOUNT);

    @Test
    void closesAtOnceBeforeTheRequestAndForEver() {
        PaymentCase file =
                PaymentCase.cancelledBeforeRequested(
                        ORDER, PAYMENT, "alice", Currency.getInstance("EUR"), null, 3);
        assertThat(facts(file)).containsExactly(NEVER_CHARGED);

        PaymentCase later = PaymentFixtures.stored(file);
        later.requestedAgain(AMOUNT, 2);
        later.cancel(3);

        assertThat(facts(later)).isEmpty();
        assertThat(later.operations()).isEmpty();
        assertThat(later.payment().status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(later.payment().amount()).isEqualTo(AMOUNT);
    }

    @Test
    void closesAPendingPaymentWithoutAskingTheProvider() {
        PaymentCase file = PaymentFixtures.pending();

        file.cancel(3);
        file.cancel(3);

        assertThat(facts(file)).containsExactly(NEVER_CHARGED);
        assertThat(operation(file, CHARGE).isDue()).isFalse();
        assertThat(file.payment().token()).isNull();
    }

    @Test
    void voidsAChargeThatIsOnItsWay() {
        PaymentCase file = cancelled(PaymentFixtures.inFlight());
        assertThat(facts(file)).isEmpty();
        assertThat(operation(file, VOID).isDue()).isTrue();
        assertThat(operation(file, CHARGE).isDue()).isFalse();

        file.settle(VOID, 1, new ProviderAnswer.Canceled(), SOON);
        file.settle(CHARGE, 1, new ProviderAnswer.Canceled(), SOON);

        assertThat(facts(file)).containsExactly(NEVER_CHARGED);
    }

    @Test
    void voidsTheCaptureOfAChargeThatWasOnItsWay() {
        PaymentCase file = cancelled(PaymentFixtures.inFlight());

        file.settle(CHARGE, 1, new ProviderAnswer.Captured(), SOON);
        file.settle(VOID, 1, new ProviderAnswer.Voided(), SOON);

        assertThat(facts(file)).containsExactly(new PaymentFact.Captured(AMOUNT), VOIDED);
        assertThat(file.payment().refunded()).isEqualTo(AMOUNT);
    }

    @Test
    void learnsOfACaptureFromItsVoid() {
        PaymentCase file = cancelled(PaymentFixtures.inDoubt());

        file.settle(VOID, 1, new ProviderAnswer.Voided(), SOON);
        file.settle(CHARGE, 1, new ProviderAnswer.Captured(), SOON);

        assertThat(facts(file)).containsExactly(new PaymentFact.Captured(AMOUNT), VOIDED);
    }

    @Test
    void closesWhenTheChargeOnItsWayTurnsOutNeverToHaveLeft() {
        PaymentCase file = cancelled(PaymentFixtures.inFlight());

        file.settle(CHARGE, 1, new ProviderAnswer.NeverLeft("connection refused"), SOON);
        file.settle(VOID, 1, new ProviderAnswer.Canceled(), SOON);

        assertThat(facts(file)).containsExactly(NEVER_CHARGED);
        assertThat(operation(file, VOID).isDue()).isFalse();
    }

    @Test
    void asksForTheVoidAgainWhenItIsInDoubtItself() {
        PaymentCase file = claimed(cancelled(PaymentFixtures.inDoubt()), VOID);

        file.settle(VOID, 1, new ProviderAnswer.InDoubt("time-out"), SOON);

        assertThat(facts(file)).isEmpty();
        assertThat(operation(file, VOID).isDue()).isTrue();
    }

    @Test
    void closesADeclinedPayment() {
        PaymentCase file = PaymentFixtures.declined();

        file.cancel(3);

        assertThat(facts(file)).containsExactly(NEVER_CHARGED);
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void voidsACapturedPayment() {
        PaymentCase file = cancelled(captured());

        file.settle(VOID, 1, new ProviderAnswer.Voided(), SOON);
        file.settle(VOID, 1, new ProviderAnswer.Voided(), SOON);

        assertThat(facts(file)).containsExactly(VOIDED);
    }

    @Test
    void refundsWhatCannotBeVoided() {
        PaymentCase file = cancelled(captured());

        file.settle(VOID, 1, new ProviderAnswer.VoidRefused(), SOON);
        assertThat(operation(file, CANCEL_REFUND).amount()).isEqualTo(AMOUNT);
        file.settle(CANCEL_REFUND, 1, new ProviderAnswer.Refunded(), SOON);

        assertThat(facts(file))
                .containsExactly(new PaymentFact.Closed(CloseOutcome.REFUNDED, AMOUNT));
    }

    @Test
    void refundsTheRemainderOfAPartlyRefundedPayment() {
        PaymentCase file = cancelled(PaymentFixtures.partlyRefunded());

        assertThat(operation(file, CANCEL_REFUND).amount()).isEqualTo(AMOUNT.minus(PART));
        file.settle(CANCEL_REFUND, 1, new ProviderAnswer.Refunded(), SOON);

        assertThat(facts(file))
                .containsExactly(new PaymentFact.Closed(CloseOutcome.REFUNDED, AMOUNT));
    }

    @Test
    void waitsForARefundUnderWay() {
        PaymentCase file = captured();
        file.refund(REFUND, PART, 3);
        file = cancelled(file);
        assertThat(file.operations()).hasSize(2);

        file.settle(PART_REFUND, 1, new ProviderAnswer.Refunded(), SOON);
        file.settle(CANCEL_REFUND, 1, new ProviderAnswer.Refunded(), SOON);

        assertThat(facts(file))
                .containsExactly(
                        new PaymentFact.RefundSucceeded(REFUND, PART),
                        new PaymentFact.Closed(CloseOutcome.REFUNDED, AMOUNT));
    }

    @Test
    void voidsAfterARefundUnderWayFailed() {
        PaymentCase file = captured();
        file.refund(REFUND, PART, 3);
        file = cancelled(file);

        file.settle(PART_REFUND, 1, new ProviderAnswer.RefundRefused("no"), SOON);

        assertThat(operation(file, VOID).isDue()).isTrue();
    }

    @Test
    void isStuckWhenTheProviderRefusesEveryWayBack() {
        PaymentCase file = cancelled(captured());
        assertThat(file.isStuck()).isFalse();

        file.settle(VOID, 1, new ProviderAnswer.VoidRefused(), SOON);
        file.settle(CANCEL_REFUND, 1, new ProviderAnswer.RefundRefused("too_old"), SOON);

        assertThat(file.isStuck()).isTrue();
        assertThat(facts(file)).isEmpty();
    }

    @Test
    void refusesRefundsFromThenOn() {
        PaymentCase file = cancelled(captured());

        file.refund(REFUND, PART, 3);

        assertThat(facts(file))
                .containsExactly(new PaymentFact.RefundFailed(REFUND, "payment_cancelled"));
    }

    @Test
    void refusesToBelieveInACaptureAfterThePrevention() {
        PaymentCase file = PaymentFixtures.pending();
        file.cancel(3);

        assertThatThrownBy(() -> file.settle(CHARGE, 1, new ProviderAnswer.Captured(), SOON))
                .isInstanceOf(IllegalPaymentTransitionException.class);
    }

    private static PaymentCase cancelled(PaymentCase file) {
        file.cancel(3);
        return PaymentFixtures.stored(file);
    }
}
