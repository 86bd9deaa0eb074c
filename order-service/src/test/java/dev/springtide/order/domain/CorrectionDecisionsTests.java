package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderFixtures.CUP;
import static dev.springtide.order.domain.OrderFixtures.TEA;
import static dev.springtide.order.domain.OrderFixtures.after;
import static dev.springtide.order.domain.OrderFixtures.confirmed;
import static dev.springtide.order.domain.OrderFixtures.eur;
import static dev.springtide.order.domain.OrderFixtures.in;
import static dev.springtide.order.domain.OrderFixtures.placed;
import static dev.springtide.order.domain.OrderFixtures.reserved;
import static dev.springtide.order.domain.OutboundEvent.ORDER_CORRECTED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_CREATED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_PAID;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_CANCEL_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.STOCK_RELEASE_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.springtide.order.domain.CorrectionRefusedException.Cause;
import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.CorrectionRequested;
import dev.springtide.order.domain.OrderInput.PaymentClosed;
import dev.springtide.order.domain.OrderInput.PaymentDeclined;
import dev.springtide.order.domain.OrderInput.StockRejected;
import dev.springtide.order.domain.OrderInput.StockReleased;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CorrectionDecisionsTests {

    private static final CancellationRequested CANCELLATION = new CancellationRequested(null);
    private static final PaymentClosed CLOSED =
            new PaymentClosed(PaymentOutcome.NEVER_CHARGED, eur("0.00"));

    @Test
    void cancelsWhatWaitsForStockOrPayment() {
        for (OrderState order : List.of(placed(), reserved())) {
            Decision decision = correct(order, CorrectionAction.CANCEL);

            assertThat(decision.after().status()).isEqualTo(OrderStatus.CANCELLING);
            assertThat(decision.after().version()).isEqualTo(order.version() + 1);
            assertThat(decision.trigger()).isEqualTo("CANCELLATION_REQUESTED");
            assertThat(decision.events())
                    .containsExactly(
                            STOCK_RELEASE_REQUESTED, PAYMENT_CANCEL_REQUESTED, ORDER_CORRECTED);
            assertThat(decision.correction()).isEqualTo(correction(CorrectionAction.CANCEL));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"PENDING", "RESERVED"})
    void cancelsNothingElse(OrderStatus status) {
        refuses(in(status), CorrectionAction.CANCEL);
    }

    @Test
    void asksAgainForWhatTheOrderWaitsFor() {
        OrderState cancelling = after(confirmed(), CANCELLATION);

        asksAgain(placed(), ORDER_CREATED);
        asksAgain(reserved(), PAYMENT_REQUESTED);
        asksAgain(confirmed(), ORDER_PAID);
        asksAgain(in(OrderStatus.COMPLETED), ORDER_PAID);
        asksAgain(cancelling, STOCK_RELEASE_REQUESTED, PAYMENT_CANCEL_REQUESTED);
        asksAgain(after(cancelling, new StockReleased()), PAYMENT_CANCEL_REQUESTED);
        asksAgain(after(cancelling, CLOSED), STOCK_RELEASE_REQUESTED);
        asksAgain(
                after(reserved(), new PaymentDeclined()),
                STOCK_RELEASE_REQUESTED,
                PAYMENT_CANCEL_REQUESTED);
    }

    @Test
    void asksForTheWholeStockAgain() {
        OrderState again = correct(placed(), CorrectionAction.RETRY).after();

        assertThat(again.fulfillment().lines())
                .extracting(OrderFulfillment.Line::sku, OrderFulfillment.Line::ordered)
                .containsExactly(tuple(TEA, 3), tuple(CUP, 1));
    }

    @Test
    void asksForNothingThatNobodyWaitsFor() {
        refuses(in(OrderStatus.CANCELLED), CorrectionAction.RETRY);
        refuses(after(placed(), new StockRejected()), CorrectionAction.RETRY);
        refuses(
                after(reserved(), new PaymentDeclined(), new StockReleased(), CLOSED),
                CorrectionAction.RETRY);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoOperatorsOneWins(CorrectionAction action) {
        OrderState after = correct(placed(), CorrectionAction.RETRY).after();

        assertThatExceptionOfType(CorrectionRefusedException.class)
                .isThrownBy(() ->
                        OrderDecisions.decide(
                                after,
                                new CorrectionRequested(correction(action), placed().version())))
                .satisfies(e -> {
                    assertThat(e.refusal()).isEqualTo(Cause.CHANGED);
                    assertThat(e.version()).isEqualTo(after.version());
                });
    }

    private static void asksAgain(OrderState order, OutboundEvent... events) {
        Decision decision = correct(order, CorrectionAction.RETRY);

        assertThat(decision.events()).startsWith(events).endsWith(ORDER_CORRECTED);
        assertThat(decision.events()).hasSize(events.length + 1);
        assertThat(decision.trigger()).isEqualTo("CORRECTION_RETRY");
        assertThat(decision.after()).isEqualTo(order.nextVersion());
    }

    private static void refuses(OrderState order, CorrectionAction action) {
        assertThatExceptionOfType(CorrectionRefusedException.class)
                .isThrownBy(() -> correct(order, action))
                .satisfies(e -> {
                    assertThat(e.refusal()).isEqualTo(Cause.NOT_ALLOWED);
                    assertThat(e.status()).isEqualTo(order.status());
                });
    }

    private static Decision correct(OrderState order, CorrectionAction action) {
        return OrderDecisions.decide(
                order, new CorrectionRequested(correction(action), order.version()));
    }

    private static Correction correction(CorrectionAction action) {
        return new Correction(new UUID(0, 7), action, "olga", "release discarded by mistake");
    }
}
