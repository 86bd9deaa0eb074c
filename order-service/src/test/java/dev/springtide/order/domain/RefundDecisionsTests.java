package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderFixtures.TOTAL;
import static dev.springtide.order.domain.OrderFixtures.after;
import static dev.springtide.order.domain.OrderFixtures.confirmed;
import static dev.springtide.order.domain.OrderFixtures.eur;
import static dev.springtide.order.domain.OrderFixtures.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.springtide.money.Money;
import dev.springtide.order.domain.OrderInput.RefundFailed;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.OrderInput.RefundSucceeded;
import dev.springtide.order.domain.RefundRefusedException.Cause;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RefundDecisionsTests {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void requestsARefundAndTellsPayment() {
        Decision decision = OrderDecisions.decide(confirmed(), refund(FIRST, eur("10.00")));

        assertThat(decision.events()).containsExactly(OutboundEvent.REFUND_REQUESTED);
        assertThat(decision.after().refundable()).isEqualTo(eur("20.00"));
        assertThat(decision.after().version()).isEqualTo(2);
        assertThat(decision.after().payment()).isEqualTo(confirmed().payment());
    }

    @Test
    void countsPendingRefundsAgainstWhatWasCaptured() {
        OrderState order = after(confirmed(), refund(FIRST, eur("20.00")));

        refuses(order, refund(SECOND, eur("10.01")), Cause.EXCEEDS_CAPTURED);
        assertThat(after(order, refund(SECOND, eur("10.00"))).refundable()).isEqualTo(eur("0.00"));
    }

    @Test
    void countsSucceededRefundsAgainstWhatWasCaptured() {
        OrderState order =
                after(confirmed(), refund(FIRST, eur("20.00")), new RefundSucceeded(FIRST));

        refuses(order, refund(SECOND, eur("10.01")), Cause.EXCEEDS_CAPTURED);
        assertThat(order.payment().status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(order.payment().refunded()).isEqualTo(eur("20.00"));
    }

    @Test
    void givesBackWhatAFailedRefundHeld() {
        OrderState order =
                after(confirmed(), refund(FIRST, TOTAL), new RefundFailed(FIRST, "card closed"));

        assertThat(after(order, refund(SECOND, TOTAL)).refundable()).isEqualTo(eur("0.00"));
        assertThat(order.refunds().getFirst().failure()).isEqualTo("card closed");
        assertThat(order.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void countsASuccessOnceHoweverOftenItComes() {
        OrderState once =
                after(confirmed(), refund(FIRST, eur("20.00")), new RefundSucceeded(FIRST));

        assertThat(after(once, new RefundSucceeded(FIRST), new RefundFailed(FIRST, "late")))
                .isEqualTo(once);
    }

    @Test
    void changesNothingForTheSameRefundTwice() {
        OrderState once = after(confirmed(), refund(FIRST, eur("20.00")));

        assertThat(OrderDecisions.decide(once, refund(FIRST, eur("20.00"))).changed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CONFIRMED", "COMPLETED"})
    void refusesARefundOutsideThePaidStatuses(OrderStatus status) {
        refuses(in(status), refund(FIRST, eur("1.00")), Cause.NOT_ALLOWED);
    }

    @Test
    void refundsACompletedOrder() {
        assertThat(after(in(OrderStatus.COMPLETED), refund(FIRST, TOTAL)).refunds()).hasSize(1);
    }

    @Test
    void refusesAnotherCurrency() {
        refuses(confirmed(), refund(FIRST, Money.of("1.00", "USD")), Cause.OTHER_CURRENCY);
    }

    @Test
    void parksAnOutcomeOfAnUnknownRefund() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderDecisions.decide(confirmed(), new RefundSucceeded(FIRST)));
    }

    private static RefundRequested refund(UUID id, Money amount) {
        return new RefundRequested(id, amount, "damaged");
    }

    private static void refuses(OrderState order, OrderInput input, Cause cause) {
        assertThatExceptionOfType(RefundRefusedException.class)
                .isThrownBy(() -> OrderDecisions.decide(order, input))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(cause));
    }
}
