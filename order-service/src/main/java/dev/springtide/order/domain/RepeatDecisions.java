package dev.springtide.order.domain;

import static dev.springtide.order.domain.OutboundEvent.ORDER_CREATED;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_CANCEL_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.REFUND_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.STOCK_RELEASE_REQUESTED;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Decides what an order asks for again when it has waited too long for an answer. Whoever has
 * answered before repeats what it stored; whoever never heard of it does now; so a lost request and
 * a lost answer both heal.
 */
final class RepeatDecisions {

    private static final String REFUND_ASKED_AGAIN = "REFUND_ASKED_AGAIN";

    private RepeatDecisions() {}

    static Decision overdue(OrderState order) {
        List<OutboundEvent> again = awaited(order);
        return again.isEmpty() || !order.header().repeatDue()
                ? Decision.noted(order, order, "ASKED_AGAIN")
                : Decision.repeated(order, fact(again), again);
    }

    /** A refund that was decided meanwhile is not asked for. */
    static Decision overdue(OrderState order, UUID refundId) {
        return order.refund(refundId)
                .filter(Refund::pending)
                .map(refund ->
                        Decision.refund(order, order, REFUND_ASKED_AGAIN, refund, REFUND_REQUESTED))
                .orElseGet(() -> Decision.noted(order, order, REFUND_ASKED_AGAIN));
    }

    /** The requests to others whose answers an order in this state waits for. */
    static List<OutboundEvent> awaited(OrderState order) {
        return switch (order.status()) {
            case PENDING -> List.of(ORDER_CREATED);
            case RESERVED -> order.needsPaymentToken() ? List.of(PAYMENT_REQUESTED) : List.of();
            case CANCELLING -> undoing(order);
            // Nothing was held and nothing requested, so nothing was asked to be undone either.
            case REJECTED ->
                    order.reason() == RejectionReason.OUT_OF_STOCK ? List.of() : undoing(order);
            case CONFIRMED, COMPLETED, CANCELLED -> List.of();
        };
    }

    private static List<OutboundEvent> undoing(OrderState order) {
        List<OutboundEvent> missing = new ArrayList<>();
        if (!order.stockSettled()) {
            missing.add(STOCK_RELEASE_REQUESTED);
        }
        if (!order.payment().settled()) {
            missing.add(PAYMENT_CANCEL_REQUESTED);
        }
        return missing;
    }

    /** What the history calls it. */
    private static String fact(List<OutboundEvent> again) {
        if (again.size() > 1) {
            return "COMPENSATIONS_ASKED_AGAIN";
        }
        return switch (again.getFirst()) {
            case ORDER_CREATED -> "STOCK_ASKED_AGAIN";
            case PAYMENT_REQUESTED -> "PAYMENT_ASKED_AGAIN";
            case STOCK_RELEASE_REQUESTED -> "RELEASE_ASKED_AGAIN";
            case PAYMENT_CANCEL_REQUESTED -> "CANCEL_ASKED_AGAIN";
            case REFUND_REQUESTED,
                    ORDER_PAID,
                    ORDER_CONFIRMED,
                    ORDER_REJECTED,
                    ORDER_CANCELLED,
                    ORDER_SHIPPED,
                    ORDER_COMPLETED,
                    ORDER_CORRECTED ->
                    throw new IllegalArgumentException("nobody answers " + again.getFirst());
        };
    }
}
