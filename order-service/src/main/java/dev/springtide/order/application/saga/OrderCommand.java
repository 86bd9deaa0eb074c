package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import org.jspecify.annotations.Nullable;

/**
 * An input for one order.
 *
 * @param cause what the history names as its cause: an event's id, or who or what asked
 * @param traceparent the trace it belongs to; null continues the trace the order was placed in
 */
public record OrderCommand(
        OrderId orderId, OrderInput input, String cause, @Nullable String traceparent) {}
