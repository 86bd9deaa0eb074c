package dev.springtide.order.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger did to a status. An illegal move is not a result but an {@link
 * IllegalOrderTransitionException}.
 */
public sealed interface TransitionResult {

    /** The order moved; {@code events} go out with the change, in this order. */
    record Moved(
            OrderStatus from,
            OrderTrigger trigger,
            OrderStatus to,
            @Nullable RejectionReason reason,
            List<OutboundEvent> events)
            implements TransitionResult {

        public Moved {
            events = List.copyOf(events);
        }
    }

    /** A duplicate, or an outcome that came too late: nothing moves, nothing goes out. */
    record AlreadyApplied(OrderStatus status, OrderTrigger trigger) implements TransitionResult {}
}
