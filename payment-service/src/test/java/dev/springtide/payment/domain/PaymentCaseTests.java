package dev.springtide.payment.domain;

import static dev.springtide.payment.domain.PaymentFixtures.AMOUNT;
import static dev.springtide.payment.domain.PaymentFixtures.CHARGE;
import static dev.springtide.payment.domain.PaymentFixtures.PART;
import static dev.springtide.payment.domain.PaymentFixtures.PART_REFUND;
import static dev.springtide.payment.domain.PaymentFixtures.REFUND;
import static dev.springtide.payment.domain.PaymentFixtures.SOON;
import static dev.springtide.payment.domain.PaymentFixtures.captured;
import static dev.springtide.payment.domain.PaymentFixtures.claimed;
import static dev.springtide.payment.domain.PaymentFixtures.declined;
import static dev.springtide.payment.domain.PaymentFixtures.facts;
import static dev.springtide.payment.domain.PaymentFixtures.inDoubt;
import static dev.springtide.payment.domain.PaymentFixtures.inFlight;
import static dev.springtide.payment.domain.PaymentFixtures.operation;
import static dev.springtide.payment.domain.PaymentFixtures.partlyRefunded;
import static dev.springtide.payment.domain.PaymentFixtures.pending;
import static dev.springtide.payment.domain.PaymentFixtures.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.money.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentCaseTests {

    @Test
    void announcesACaptureOnceAndErasesTheToken() {
        PaymentCase file = inFlight();

        file.settle(CHARGE, 1, new ProviderAnswer.Captured(), SOON);
        file.settle(CHARGE, 1, new ProviderAnswer.Captured(), SOON);

        assertThat(facts(file)).containsExactly(new PaymentFact.Captured(AMOUNT));
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(file.payment().token()).isNull();
        assertThat(file.payment().version()).isEqualTo(1);
        assertThat(operation(file, CHARGE).status()).isEqualTo(OperationStatus.DONE);
    }

    @Test
    void announcesADeclineWithItsCode() {
        PaymentCase file = inFlight();

        file.settle(CHARGE, 1, new ProviderAnswer.Declined("insufficient_funds"), SOON);

        assertThat(facts(file)).containsExactly(new PaymentFact.Declined("insufficient_funds"));
        assertThat(file.payment().token()).isNull();
    }

    @Test
    void keepsADoubtOpenAndAnnouncesItOnce() {
        PaymentCase file = inFlight();
        file.settle(CHARGE, 1, new ProviderAnswer.InDoubt("time-out"), SOON);
        assertThat(facts(file)).containsExactly(new PaymentFact.InDoubt());
        assertThat(file.payment().token()).isNotNull();
        assertThat(operation(file, CHARGE).inDoubt()).isTrue();
        assertThat(operation(file, CHARGE).nextTryIn()).isEqualTo(SOON);

        PaymentCase again = claimed(stored(file), CHARGE);
        again.settle(CHARGE, 2, new ProviderAnswer.InDoubt("reset"), SOON);

        assertThat(facts(again)).isEmpty();
        assertThat(operation(again, CHARGE).isDue()).isTrue();
    }

    @Test
    void staysInDoubtWhenALaterTryNeverLeaves() {
        PaymentCase file = claimed(inDoubt(), CHARGE);

        file.settle(CHARGE, 2, new ProviderAnswer.NeverLeft("breaker open"), SOON);

        assertThat(operation(file, CHARGE).inDoubt()).isTrue();
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.UNKNOWN);
    }

    @Test
    void waitsInPendingWhenTheCallNeverLeft() {
        PaymentCase file = inFlight();

        file.settle(CHARGE, 1, new ProviderAnswer.NeverLeft("connection refused"), SOON);

        assertThat(facts(file)).isEmpty();
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(operation(file, CHARGE).neverLeft()).isTrue();
    }

    @Test
    void ignoresTheSilenceOfAStaleWorkerButNotItsFacts() {
        PaymentCase file = claimed(inDoubt(), CHARGE);

        file.settle(CHARGE, 1, new ProviderAnswer.NeverLeft("late"), SOON);
        file.settle(CHARGE, 1, new ProviderAnswer.InDoubt("late"), SOON);
        assertThat(file.changedOperations()).isEmpty();

        file.settle(CHARGE, 1, new ProviderAnswer.Captured(), SOON);
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void refusesAContradictionAndGivesTheOperationUp() {
        PaymentCase file = declined();

        assertThatThrownBy(() -> file.settle(CHARGE, 1, new ProviderAnswer.Captured(), SOON))
                .isInstanceOf(IllegalPaymentTransitionException.class);
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(facts(file)).isEmpty();
    }

    @Test
    void declinesAChargeThatSomebodyElseStopped() {
        PaymentCase file = inFlight();

        file.settle(CHARGE, 1, new ProviderAnswer.Canceled(), SOON);

        assertThat(facts(file)).containsExactly(new PaymentFact.Declined("canceled"));
    }

    @Test
    void refundsEachRefundIdOnce() {
        PaymentCase file = captured();

        file.refund(REFUND, PART, 3);
        file.refund(REFUND, PART, 3);
        file.settle(PART_REFUND, 1, new ProviderAnswer.Refunded(), SOON);
        file.settle(PART_REFUND, 1, new ProviderAnswer.Refunded(), SOON);

        assertThat(facts(file)).containsExactly(new PaymentFact.RefundSucceeded(REFUND, PART));
        assertThat(file.payment().refunded()).isEqualTo(PART);
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    }

    @Test
    void countsOpenRefundsAgainstWhatIsLeft() {
        PaymentCase file = captured();
        UUID second = new UUID(0, 4);

        file.refund(REFUND, PART, 3);
        file.refund(second, Money.of("20.01", "EUR"), 3);

        assertThat(facts(file))
                .containsExactly(new PaymentFact.RefundFailed(second, "exceeds_captured"));
    }

    @Test
    void refundsTheRestInFull() {
        PaymentCase file = partlyRefunded();
        UUID second = new UUID(0, 4);

        file.refund(second, Money.of("20.00", "EUR"), 3);
        file.settle(
                ProviderKeys.refund(PaymentFixtures.PAYMENT, second),
                1,
                PaymentFixtures.refunded(),
                SOON);

        assertThat(file.payment().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(file.payment().refunded()).isEqualTo(AMOUNT);
    }

    @Test
    void refusesARefundOfWhatWasNotCaptured() {
        PaymentCase file = pending();

        file.refund(REFUND, PART, 3);

        assertThat(facts(file))
                .containsExactly(new PaymentFact.RefundFailed(REFUND, "exceeds_captured"));
    }

    @Test
    void leavesMoneyAloneWhenARefundFails() {
        PaymentCase file = captured();
        file.refund(REFUND, PART, 3);

        file.settle(PART_REFUND, 1, new ProviderAnswer.RefundRefused("too_old"), SOON);

        assertThat(facts(file)).containsExactly(new PaymentFact.RefundFailed(REFUND, "too_old"));
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    }
}
