package dev.springtide.payment.domain;

import java.util.List;

/**
 * What a trigger did to a status. An illegal move is not a result but an {@link
 * IllegalPaymentTransitionException}.
 */
public sealed interface TransitionResult {

    /** The payment moved; {@code events} go out with the change, in this order. */
    record Moved(
            PaymentStatus from,
            PaymentTrigger trigger,
            PaymentStatus to,
            List<OutboundEvent> events)
            implements TransitionResult {

        public Moved {
            events = List.copyOf(events);
        }
    }

    /** A duplicate or a late word: nothing moves, nothing goes out. */
    record AlreadyApplied(PaymentStatus status, PaymentTrigger trigger)
            implements TransitionResult {}
}
