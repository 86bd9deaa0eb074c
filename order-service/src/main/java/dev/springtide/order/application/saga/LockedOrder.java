package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * An order whose row this transaction holds locked.
 *
 * @param paymentToken the encrypted token; null once no charge can need it
 * @param traceparent the trace the order was placed in
 */
public record LockedOrder(
        OrderState state, @Nullable String paymentToken, @Nullable String traceparent) {}
