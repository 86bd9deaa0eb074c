package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderFixtures.TOTAL;
import static dev.springtide.order.domain.OrderFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OrderPaymentTests {

    private static final OrderPayment NONE = OrderPayment.none(TOTAL.currency());
    private static final OrderPayment PENDING = NONE.requested();

    @Test
    void isUnknownWhileInDoubtAndCapturedOrDeclinedAfterIt() {
        OrderPayment doubt = PENDING.inDoubt();

        assertThat(doubt.status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(doubt.captured(TOTAL).status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(doubt.declined().status()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void neverFallsBackIntoDoubt() {
        assertThat(PENDING.captured(TOTAL).inDoubt()).isEqualTo(PENDING.captured(TOTAL));
        assertThat(PENDING.declined().inDoubt()).isEqualTo(PENDING.declined());
        assertThat(NONE.inDoubt()).isEqualTo(NONE);
    }

    @Test
    void takesEveryFactTwiceWithoutHarm() {
        List<UnaryOperator<OrderPayment>> facts =
                List.of(
                        OrderPayment::requested,
                        OrderPayment::inDoubt,
                        OrderPayment::declined,
                        payment -> payment.captured(TOTAL),
                        payment -> payment.closed(PaymentOutcome.VOIDED, TOTAL),
                        payment -> payment.closed(PaymentOutcome.NEVER_CHARGED, eur("0.00")));
        assertThat(facts)
                .allSatisfy(fact ->
                        assertThat(fact.apply(fact.apply(PENDING))).isEqualTo(fact.apply(PENDING)));
    }

    @Test
    void staysClosedWhateverComesLater() {
        OrderPayment closed = PENDING.captured(TOTAL).closed(PaymentOutcome.VOIDED, TOTAL);

        assertThat(closed.inDoubt()).isEqualTo(closed);
        assertThat(closed.declined()).isEqualTo(closed);
        assertThat(closed.captured(TOTAL)).isEqualTo(closed);
        assertThat(closed.refunded(eur("1.00"))).isEqualTo(closed);
        assertThat(closed.closed(PaymentOutcome.REFUNDED, eur("1.00"))).isEqualTo(closed);
    }

    @Test
    void countsAsChargedWhatWasGivenBackWhenTheCaptureWasNeverAnnounced() {
        OrderPayment closed = PENDING.inDoubt().closed(PaymentOutcome.VOIDED, TOTAL);

        assertThat(closed.status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(closed.captured()).isEqualTo(TOTAL);
        assertThat(closed.refunded()).isEqualTo(TOTAL);
    }

    @Test
    void keepsTheDeclineWhenItIsClosedWithoutACharge() {
        OrderPayment closed = PENDING.declined().closed(PaymentOutcome.NEVER_CHARGED, eur("0.00"));

        assertThat(closed.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(closed.settled()).isTrue();
        assertThat(NONE.closed(PaymentOutcome.NEVER_CHARGED, eur("0.00")).status())
                .isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void followsTheAmountsOfRefunds() {
        OrderPayment partly = PENDING.captured(TOTAL).refunded(eur("10.00"));
        OrderPayment wholly = partly.refunded(eur("20.00"));

        assertThat(partly.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(wholly.status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(partly.closed(PaymentOutcome.REFUNDED, TOTAL).refunded()).isEqualTo(TOTAL);
    }
}
