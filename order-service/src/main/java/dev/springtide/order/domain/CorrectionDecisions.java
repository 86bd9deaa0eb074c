package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderTrigger.CANCELLATION_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_CREATED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_PAID;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_CANCEL_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.PAYMENT_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.STOCK_RELEASE_REQUESTED;

import dev.springtide.order.domain.CorrectionRefusedException.Cause;
import dev.springtide.order.domain.OrderInput.CorrectionRequested;
import dev.springtide.order.domain.TransitionResult.Moved;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what an operator's correction does. It moves the status by {@link OrderTransitions} only,
 * and what it asks for again is harmless to whoever has done it already; so an order need not be
 * past a deadline to be corrected. Only the version that the operator saw is corrected: of two
 * operators one wins.
 */
final class CorrectionDecisions {

    private static final String RETRIED = "CORRECTION_RETRY";

    private CorrectionDecisions() {}

    static Decision requested(OrderState order, CorrectionRequested requested) {
        if (requested.version() != order.version()) {
            throw new CorrectionRefusedException(order, Cause.CHANGED);
        }
        Correction correction = requested.correction();
        return switch (correction.action()) {
            case CANCEL -> cancelled(order, correction);
            case RETRY -> retried(order, correction);
        };
    }

    private static Decision cancelled(OrderState order, Correction correction) {
        if (order.status() != OrderStatus.PENDING && order.status() != OrderStatus.RESERVED) {
            throw new CorrectionRefusedException(order, Cause.NOT_ALLOWED);
        }
        Moved move =
                (Moved) OrderTransitions.apply(order.id(), order.status(), CANCELLATION_REQUESTED);
        return Decision.moved(order, order, move).with(correction);
    }

    private static Decision retried(OrderState order, Correction correction) {
        List<OutboundEvent> again = awaited(order);
        if (again.isEmpty()) {
            throw new CorrectionRefusedException(order, Cause.NOT_ALLOWED);
        }
        return Decision.repeated(order, RETRIED, again).with(correction);
    }

    /** The requests to others that an order in this state waits for. */
    private static List<OutboundEvent> awaited(OrderState order) {
        return switch (order.status()) {
            case PENDING -> List.of(ORDER_CREATED);
            case RESERVED -> order.needsPaymentToken() ? List.of(PAYMENT_REQUESTED) : List.of();
            case CONFIRMED, COMPLETED -> List.of(ORDER_PAID);
            case CANCELLING -> undoing(order);
            // Nothing was held and nothing requested, so nothing was asked to be undone either.
            case REJECTED ->
                    order.reason() == RejectionReason.OUT_OF_STOCK ? List.of() : undoing(order);
            case CANCELLED -> List.of();
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
}
