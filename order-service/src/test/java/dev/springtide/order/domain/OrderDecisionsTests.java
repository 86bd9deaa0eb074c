package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderFixtures.TOTAL;
import static dev.springtide.order.domain.OrderFixtures.after;
import static dev.springtide.order.domain.OrderFixtures.confirmed;
import static dev.springtide.order.domain.OrderFixtures.eur;
import static dev.springtide.order.domain.OrderFixtures.in;
import static dev.springtide.order.domain.OrderFixtures.overdue;
import static dev.springtide.order.domain.OrderFixtures.placed;
import static dev.springtide.order.domain.OrderFixtures.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.DeadlinePassed;
import dev.springtide.order.domain.OrderInput.PaymentCaptured;
import dev.springtide.order.domain.OrderInput.PaymentClosed;
import dev.springtide.order.domain.OrderInput.PaymentDeclined;
import dev.springtide.order.domain.OrderInput.PaymentInDoubt;
import dev.springtide.order.domain.OrderInput.StockRejected;
import dev.springtide.order.domain.OrderInput.StockReleased;
import dev.springtide.order.domain.OrderInput.StockReserved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OrderDecisionsTests {

    private static final CancellationRequested CANCEL = new CancellationRequested("wrong size");
    private static final PaymentClosed VOIDED = new PaymentClosed(PaymentOutcome.VOIDED, TOTAL);
    private static final PaymentClosed NEVER_CHARGED =
            new PaymentClosed(PaymentOutcome.NEVER_CHARGED, eur("0.00"));
    private static final PaymentCaptured CAPTURED = new PaymentCaptured(TOTAL);

    @Test
    void requestsThePaymentOnceStockIsReserved() {
        Decision decision = OrderDecisions.decide(placed(), new StockReserved());

        assertThat(decision.events()).containsExactly(OutboundEvent.PAYMENT_REQUESTED);
        assertThat(decision.after().status()).isEqualTo(OrderStatus.RESERVED);
        assertThat(decision.after().payment().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(decision.after().version()).isEqualTo(2);
        assertThat(decision.trigger()).isEqualTo("STOCK_RESERVED");
    }

    @Test
    void changesNothingForADuplicate() {
        Decision again = OrderDecisions.decide(reserved(), new StockReserved());

        assertThat(again.changed()).isFalse();
        assertThat(again.after()).isEqualTo(reserved());
        assertThat(again.events()).isEmpty();
    }

    @Test
    void needsBothSidesUndoneToBeCancelledInEitherOrder() {
        OrderState cancelling = after(confirmed(), CANCEL);

        OrderState released = after(cancelling, new StockReleased());
        assertThat(released.status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(after(released, VOIDED).status()).isEqualTo(OrderStatus.CANCELLED);

        OrderState closed = after(cancelling, VOIDED);
        assertThat(closed.status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(closed.payment().status()).isEqualTo(PaymentStatus.VOIDED);
        Decision settled = OrderDecisions.decide(closed, new StockReleased());
        assertThat(settled.after().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(settled.after().cancelReason()).isEqualTo("wrong size");
        assertThat(settled.trigger()).isEqualTo("CANCELLATION_SETTLED");
        assertThat(settled.events()).containsExactly(OutboundEvent.ORDER_CANCELLED);
    }

    @Test
    void countsOneSideOnceHoweverOftenItComes() {
        OrderState released = after(confirmed(), CANCEL, new StockReleased(), new StockReleased());

        assertThat(released.status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(released.version()).isEqualTo(3);
    }

    @Test
    void notesALateCaptureOfARejectedOrderWithoutMovingIt() {
        OrderState rejected = after(overdue(reserved()), new DeadlinePassed());
        Decision late = OrderDecisions.decide(rejected, CAPTURED);

        assertThat(rejected.reason()).isEqualTo(RejectionReason.PAYMENT_TIMEOUT);
        assertThat(late.moved()).isFalse();
        assertThat(late.changed()).isTrue();
        assertThat(late.events()).isEmpty();
        assertThat(late.after().payment().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(after(late.after(), VOIDED).payment().status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(after(late.after(), VOIDED).status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void cancelsAnOrderThatInventoryRefusesLater() {
        OrderState cancelled =
                after(placed(), CANCEL, new StockRejected(), new StockReleased(), NEVER_CHARGED);

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.reason()).isNull();
        assertThat(cancelled.payment().status()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void keepsTheFirstReasonOfACancellation() {
        OrderState cancelling = after(confirmed(), CANCEL, new CancellationRequested("another"));

        assertThat(cancelling.cancelReason()).isEqualTo("wrong size");
        assertThat(cancelling.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "COMPLETED"})
    void refusesACancellationThatComesTooLate(OrderStatus status) {
        assertThatExceptionOfType(IllegalOrderTransitionException.class)
                .isThrownBy(() -> OrderDecisions.decide(in(status), CANCEL));
    }

    @ParameterizedTest
    @EnumSource(value = FulfillmentStatus.class, mode = Mode.EXCLUDE, names = "UNFULFILLED")
    void refusesACancellationAfterAnyShipment(FulfillmentStatus fulfillment) {
        OrderState shipped = confirmed().withFulfillment(OrderFulfillment.of(fulfillment));

        assertThatExceptionOfType(IllegalOrderTransitionException.class)
                .isThrownBy(() -> OrderDecisions.decide(shipped, CANCEL));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "RESERVED", "CONFIRMED", "COMPLETED"})
    void refusesAReleaseNobodyAskedFor(OrderStatus status) {
        assertThatExceptionOfType(IllegalOrderTransitionException.class)
                .isThrownBy(() -> OrderDecisions.decide(in(status), new StockReleased()))
                .satisfies(
                        e -> assertThat(e.trigger()).isEqualTo(OrderTrigger.CANCELLATION_SETTLED));
    }

    @Test
    void endsAnOrderByADeadlineOnlyWhenItHasPassed() {
        assertThat(OrderDecisions.decide(placed(), new DeadlinePassed()).changed()).isFalse();
        assertThat(after(overdue(placed()), new DeadlinePassed()).reason())
                .isEqualTo(RejectionReason.STOCK_TIMEOUT);
        assertThat(OrderDecisions.decide(overdue(confirmed()), new DeadlinePassed()).changed())
                .isFalse();
        assertThat(
                        OrderDecisions.decide(
                                        overdue(after(confirmed(), CANCEL)), new DeadlinePassed())
                                .changed())
                .isFalse();
    }

    @Test
    void parksACaptureOfAnotherAmount() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OrderDecisions.decide(reserved(), new PaymentCaptured(eur("0.01"))));
    }

    @Test
    void forgetsThePaymentTokenOnceNoChargeCanNeedIt() {
        assertThat(placed().needsPaymentToken()).isTrue();
        assertThat(reserved().needsPaymentToken()).isTrue();
        assertThat(after(reserved(), new PaymentInDoubt()).needsPaymentToken()).isTrue();
        assertThat(after(placed(), CANCEL).needsPaymentToken()).isFalse();
        assertThat(after(placed(), new StockRejected()).needsPaymentToken()).isFalse();
        assertThat(after(reserved(), CAPTURED).needsPaymentToken()).isFalse();
        assertThat(after(reserved(), new PaymentDeclined()).needsPaymentToken()).isFalse();
        assertThat(after(reserved(), CANCEL, NEVER_CHARGED).needsPaymentToken()).isFalse();
    }
}
