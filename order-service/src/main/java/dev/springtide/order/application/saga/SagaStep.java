package dev.springtide.order.application.saga;

import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderId;
import org.jspecify.annotations.Nullable;

/** One command, the order it met and what was decided. */
public record SagaStep(LockedOrder order, OrderCommand command, Decision decision) {

    public OrderId orderId() {
        return command.orderId();
    }

    /** The trace that what follows belongs to. */
    public @Nullable String traceparent() {
        return command.traceparent() != null ? command.traceparent() : order.traceparent();
    }
}
