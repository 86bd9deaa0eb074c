package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderTrigger.CANCELLATION_REQUESTED;
import static dev.springtide.order.domain.OrderTrigger.CANCELLATION_SETTLED;
import static dev.springtide.order.domain.OrderTrigger.PAYMENT_CAPTURED;
import static dev.springtide.order.domain.OrderTrigger.PAYMENT_DEADLINE_PASSED;
import static dev.springtide.order.domain.OrderTrigger.PAYMENT_DECLINED;
import static dev.springtide.order.domain.OrderTrigger.STOCK_DEADLINE_PASSED;
import static dev.springtide.order.domain.OrderTrigger.STOCK_REJECTED;
import static dev.springtide.order.domain.OrderTrigger.STOCK_RESERVED;

import dev.springtide.money.Money;
import dev.springtide.order.domain.OrderInput.PaymentClosed;
import dev.springtide.order.domain.TransitionResult.AlreadyApplied;
import dev.springtide.order.domain.TransitionResult.Moved;
import java.util.UUID;

/**
 * Decides what an input does to an order; pure. The status moves by {@link OrderTransitions} only;
 * what is known of stock and payment follows the facts in every status.
 */
public final class OrderDecisions {

    private OrderDecisions() {}

    /**
     * What the input does to the order.
     *
     * @throws IllegalOrderTransitionException when the input must never meet this status
     * @throws RefundRefusedException when the order does not allow the refund
     * @throws ShipmentRefusedException when the order does not allow the shipment
     * @throws CorrectionRefusedException when the order does not allow the correction
     * @throws IllegalArgumentException when a fact contradicts the order (amount, currency, refund)
     */
    public static Decision decide(OrderState order, OrderInput input) {
        return switch (input) {
            case OrderInput.StockReserved() -> apply(order, order, STOCK_RESERVED);
            case OrderInput.StockRejected() -> apply(order, order, STOCK_REJECTED);
            case OrderInput.StockReleased() ->
                    settle(order, order.withStockSettled(), "STOCK_RELEASED");
            case OrderInput.PaymentCaptured(Money amount) -> captured(order, amount);
            case OrderInput.PaymentDeclined() ->
                    apply(order, order.withPayment(order.payment().declined()), PAYMENT_DECLINED);
            case OrderInput.PaymentInDoubt() ->
                    Decision.noted(
                            order,
                            order.withPayment(order.payment().inDoubt()),
                            "PAYMENT_IN_DOUBT");
            case PaymentClosed closed -> closed(order, closed);
            case OrderInput.RefundRequested requested ->
                    RefundDecisions.requested(order, requested);
            case OrderInput.RefundSucceeded succeeded ->
                    RefundDecisions.succeeded(order, succeeded);
            case OrderInput.RefundFailed failed -> RefundDecisions.failed(order, failed);
            case OrderInput.DeadlinePassed() -> deadlinePassed(order);
            case OrderInput.AnswerOverdue() -> RepeatDecisions.overdue(order);
            case OrderInput.RefundAnswerOverdue(UUID refundId) ->
                    RepeatDecisions.overdue(order, refundId);
            case OrderInput.CancellationRequested requested -> cancel(order, requested);
            case OrderInput.ShipmentRequested requested ->
                    ShipmentDecisions.requested(order, requested);
            case OrderInput.CorrectionRequested requested ->
                    CorrectionDecisions.requested(order, requested);
        };
    }

    private static Decision captured(OrderState order, Money amount) {
        if (!amount.equals(order.header().total())) {
            throw new IllegalArgumentException(
                    "order %s: captured another amount than its total".formatted(order.id()));
        }
        OrderState noted = order.withPayment(order.payment().captured(amount));
        return apply(order, noted, PAYMENT_CAPTURED);
    }

    private static Decision closed(OrderState order, PaymentClosed closed) {
        OrderPayment payment = order.payment().closed(closed.outcome(), closed.given());
        return settle(order, order.withPayment(payment), "PAYMENT_CLOSED");
    }

    /** One side has been undone; only both sides complete a cancellation. */
    private static Decision settle(OrderState order, OrderState noted, String fact) {
        if (order.status() == OrderStatus.CANCELLING && !noted.settled()) {
            return Decision.noted(order, noted, fact);
        }
        return switch (OrderTransitions.apply(order.id(), order.status(), CANCELLATION_SETTLED)) {
            case Moved move -> Decision.moved(order, noted, move);
            case AlreadyApplied _ -> Decision.noted(order, noted, fact);
        };
    }

    private static Decision deadlinePassed(OrderState order) {
        OrderTrigger trigger =
                order.status() == OrderStatus.PENDING
                        ? STOCK_DEADLINE_PASSED
                        : PAYMENT_DEADLINE_PASSED;
        return order.header().overdue()
                ? apply(order, order, trigger)
                : Decision.noted(order, order, trigger.name());
    }

    private static Decision cancel(OrderState order, OrderInput.CancellationRequested requested) {
        if (order.fulfillment().begun()) {
            throw new IllegalOrderTransitionException(
                    order.id(), order.status(), CANCELLATION_REQUESTED);
        }
        return switch (OrderTransitions.apply(order.id(), order.status(), CANCELLATION_REQUESTED)) {
            case Moved move ->
                    Decision.moved(order, order.withCancelReason(requested.reason()), move);
            case AlreadyApplied _ -> Decision.noted(order, order, CANCELLATION_REQUESTED.name());
        };
    }

    private static Decision apply(OrderState before, OrderState noted, OrderTrigger trigger) {
        return switch (OrderTransitions.apply(before.id(), before.status(), trigger)) {
            case Moved move -> Decision.moved(before, noted, move);
            case AlreadyApplied _ -> Decision.noted(before, noted, trigger.name());
        };
    }
}
