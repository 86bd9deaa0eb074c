package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderFixtures.after;
import static dev.springtide.order.domain.OrderFixtures.confirmed;
import static dev.springtide.order.domain.OrderFixtures.eur;
import static dev.springtide.order.domain.OrderFixtures.in;
import static dev.springtide.order.domain.OrderFixtures.placed;
import static dev.springtide.order.domain.OrderFixtures.reserved;
import static dev.springtide.order.domain.OrderFixtures.unanswered;
import static dev.springtide.order.domain.OutboundEvent.ORDER_CREATED;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_CANCEL_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.REFUND_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.STOCK_RELEASE_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.domain.OrderInput.AnswerOverdue;
import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.PaymentClosed;
import dev.springtide.order.domain.OrderInput.PaymentDeclined;
import dev.springtide.order.domain.OrderInput.RefundAnswerOverdue;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.OrderInput.RefundSucceeded;
import dev.springtide.order.domain.OrderInput.StockRejected;
import dev.springtide.order.domain.OrderInput.StockReleased;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepeatDecisionsTests {

    private static final UUID REFUND = new UUID(0, 8);
    private static final PaymentClosed CLOSED =
            new PaymentClosed(PaymentOutcome.NEVER_CHARGED, eur("0.00"));

    private final OrderState cancelling = after(confirmed(), new CancellationRequested(null));

    @Test
    void asksAgainForWhatTheOrderWaitsFor() {
        asks(placed(), "STOCK_ASKED_AGAIN", ORDER_CREATED);
        asks(reserved(), "PAYMENT_ASKED_AGAIN", PAYMENT_REQUESTED);
        asks(
                cancelling,
                "COMPENSATIONS_ASKED_AGAIN",
                STOCK_RELEASE_REQUESTED,
                PAYMENT_CANCEL_REQUESTED);
        asks(after(cancelling, CLOSED), "RELEASE_ASKED_AGAIN", STOCK_RELEASE_REQUESTED);
        asks(
                after(cancelling, new StockReleased()),
                "CANCEL_ASKED_AGAIN",
                PAYMENT_CANCEL_REQUESTED);
        asks(
                after(reserved(), new PaymentDeclined()),
                "COMPENSATIONS_ASKED_AGAIN",
                STOCK_RELEASE_REQUESTED,
                PAYMENT_CANCEL_REQUESTED);
    }

    @Test
    void asksForNothingThatNobodyWaitsFor() {
        for (OrderState order :
                List.of(
                        confirmed(),
                        in(OrderStatus.COMPLETED),
                        in(OrderStatus.CANCELLED),
                        after(placed(), new StockRejected()),
                        after(reserved(), new PaymentDeclined(), new StockReleased(), CLOSED))) {
            assertThat(order.awaitsAnswer()).isFalse();
            assertThat(decide(unanswered(order)).changed()).isFalse();
        }
    }

    @Test
    void asksForNothingBeforeItsTime() {
        assertThat(decide(placed()).changed()).isFalse();
        assertThat(decide(cancelling).changed()).isFalse();
    }

    @Test
    void asksForARefundAgainUntilItIsDecided() {
        OrderState asked = after(confirmed(), new RefundRequested(REFUND, eur("1.00"), "broken"));

        Decision again = OrderDecisions.decide(asked, new RefundAnswerOverdue(REFUND));
        assertThat(again.events()).containsExactly(REFUND_REQUESTED);
        assertThat(again.trigger()).isEqualTo("REFUND_ASKED_AGAIN");
        assertThat(again.refund()).isEqualTo(asked.refunds().getFirst());
        assertThat(again.after()).isEqualTo(asked.nextVersion());

        OrderState decided = after(again.after(), new RefundSucceeded(REFUND));
        assertThat(OrderDecisions.decide(decided, new RefundAnswerOverdue(REFUND)).changed())
                .isFalse();
    }

    private static void asks(OrderState order, String fact, OutboundEvent... events) {
        Decision decision = decide(unanswered(order));

        assertThat(decision.events()).containsExactly(events);
        assertThat(decision.trigger()).isEqualTo(fact);
        assertThat(decision.moved()).isFalse();
        assertThat(decision.after()).isEqualTo(unanswered(order).nextVersion());
        assertThat(order.awaitsAnswer()).isTrue();
    }

    private static Decision decide(OrderState order) {
        return OrderDecisions.decide(order, new AnswerOverdue());
    }
}
