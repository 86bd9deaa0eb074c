package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Cancel this order.
 *
 * @param customerId the customer who asks; null when an operator does
 */
public record CancelOrder(
        OrderId orderId,
        @Nullable String customerId,
        @Nullable String reason,
        @Nullable String traceparent) {}
