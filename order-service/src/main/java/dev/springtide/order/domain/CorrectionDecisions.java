package dev.springtide.order.domain;

import static dev.springtide.order.domain.OrderTrigger.CANCELLATION_REQUESTED;
import static dev.springtide.order.domain.OutboundEvent.ORDER_PAID;

import dev.springtide.order.domain.CorrectionRefusedException.Cause;
import dev.springtide.order.domain.OrderInput.CorrectionRequested;
import dev.springtide.order.domain.TransitionResult.Moved;
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

    /** What an order in this state waits for; whether it was sold to is not answered. */
    private static List<OutboundEvent> awaited(OrderState order) {
        return switch (order.status()) {
            case CONFIRMED, COMPLETED -> List.of(ORDER_PAID);
            case PENDING, RESERVED, CANCELLING, REJECTED, CANCELLED ->
                    RepeatDecisions.awaited(order);
        };
    }
}
