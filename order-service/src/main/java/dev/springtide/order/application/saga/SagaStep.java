package dev.springtide.order.application.saga;

import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput.AnswerOverdue;
import dev.springtide.order.domain.OrderInput.RefundAnswerOverdue;
import org.jspecify.annotations.Nullable;

/** One command, the order it met and what was decided. */
public record SagaStep(LockedOrder order, OrderCommand command, Decision decision) {

    public OrderId orderId() {
        return command.orderId();
    }

    /** Whether the order asks for something again because no answer has come. */
    public boolean asksAgain() {
        return decision.changed()
                && (command.input() instanceof AnswerOverdue
                        || command.input() instanceof RefundAnswerOverdue);
    }

    /** The trace that what follows belongs to. */
    public @Nullable String traceparent() {
        return command.traceparent() != null ? command.traceparent() : order.traceparent();
    }
}
