package dev.springtide.payment.domain;

import static dev.springtide.payment.domain.PaymentFixtures.AMOUNT;
import static dev.springtide.payment.domain.PaymentFixtures.CHARGE;
import static dev.springtide.payment.domain.PaymentFixtures.PART;
import static dev.springtide.payment.domain.PaymentFixtures.REFUND;
import static dev.springtide.payment.domain.PaymentFixtures.SOON;
import static dev.springtide.payment.domain.PaymentFixtures.captured;
import static dev.springtide.payment.domain.PaymentFixtures.declined;
import static dev.springtide.payment.domain.PaymentFixtures.facts;
import static dev.springtide.payment.domain.PaymentFixtures.inDoubt;
import static dev.springtide.payment.domain.PaymentFixtures.inFlight;
import static dev.springtide.payment.domain.PaymentFixtures.partlyRefunded;
import static dev.springtide.payment.domain.PaymentFixtures.pending;
import static dev.springtide.payment.domain.PaymentFixtures.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.money.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An order that asks anew is told what was decided; a request delivered twice is not. */
class StoredAnswersTests {

    @Test
    void tellsACaptureAgainWithoutANewVersion() {
        PaymentCase file = captured();

        file.requestedAgain(AMOUNT, 2);

        assertThat(facts(file)).containsExactly(new PaymentFact.Captured(AMOUNT));
        assertThat(file.notices().getFirst().version()).isEqualTo(1);
        assertThat(file.payment().version()).isEqualTo(1);
        assertThat(file.repeats()).isEqualTo(1);
        assertThat(file.operations()).hasSize(1);
        assertThat(file.changedOperations()).isEmpty();
    }

    @Test
    void tellsTheWholeCaptureOfARefundedPayment() {
        PaymentCase file = partlyRefunded();

        file.requestedAgain(AMOUNT, 4);

        assertThat(facts(file)).containsExactly(new PaymentFact.Captured(AMOUNT));
    }

    @Test
    void tellsADeclineAgainWithItsCode() {
        PaymentCase file = declined();

        file.requestedAgain(AMOUNT, 2);

        assertThat(facts(file)).containsExactly(new PaymentFact.Declined("card_declined"));
    }

    @Test
    void waitsWithTheAnswerUntilThereIsOne() {
        for (PaymentCase file : List.of(pending(), inFlight(), inDoubt())) {
            file.requestedAgain(AMOUNT, 2);
            assertThat(facts(file)).isEmpty();

            PaymentCase later = stored(file);
            later.settle(CHARGE, 1, new ProviderAnswer.Captured(), SOON);
            later.requestedAgain(AMOUNT, 2);
            assertThat(facts(later)).containsExactly(new PaymentFact.Captured(AMOUNT));
        }
    }

    @Test
    void tellsTheCloseAgain() {
        PaymentCase file = pending();
        file.cancel(2);
        PaymentCase closed = stored(file);

        closed.cancel(3);

        assertThat(facts(closed))
                .containsExactly(
                        new PaymentFact.Closed(
                                CloseOutcome.NEVER_CHARGED, Money.zero(AMOUNT.currency())));
        assertThat(closed.payment().version()).isEqualTo(file.payment().version());
    }

    @Test
    void saysNothingOfACancellationThatIsStillPursued() {
        PaymentCase file = captured();
        file.cancel(2);
        PaymentCase pursued = stored(file);

        pursued.cancel(3);

        assertThat(facts(pursued)).isEmpty();
        assertThat(pursued.operations()).hasSize(2);
    }

    @Test
    void tellsOfARefundAgain() {
        PaymentCase file = partlyRefunded();

        file.refund(REFUND, PART, 4);

        assertThat(facts(file)).containsExactly(new PaymentFact.RefundSucceeded(REFUND, PART));
        assertThat(file.payment().refunded()).isEqualTo(PART);
        assertThat(file.operations()).hasSize(2);
    }

    @Test
    void tellsARefusalAgainWithItsReason() {
        UUID second = new UUID(0, 4);
        PaymentCase file = captured();
        file.refund(second, Money.of("30.01", "EUR"), 3);
        PaymentCase refused = stored(file);

        refused.refund(second, Money.of("30.01", "EUR"), 4);

        assertThat(facts(refused))
                .containsExactly(new PaymentFact.RefundFailed(second, "exceeds_captured"));
    }

    @Test
    void answersWhatIsOnlyDeliveredAgainWithSilence() {
        PaymentCase file = partlyRefunded();
        file.requestedAgain(AMOUNT, 5);
        PaymentCase asked = stored(file);

        asked.requestedAgain(AMOUNT, 5);
        asked.requestedAgain(AMOUNT, 1);
        asked.refund(REFUND, PART, 3);

        assertThat(facts(asked)).isEmpty();
        assertThat(asked.paymentChanged()).isFalse();
    }
}
