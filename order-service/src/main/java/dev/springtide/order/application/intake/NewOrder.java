package dev.springtide.order.application.intake;

import dev.springtide.order.domain.Order;
import org.jspecify.annotations.Nullable;

/**
 * An accepted order on its way to the database.
 *
 * @param encryptedToken the payment token, never in clear
 * @param traceparent the trace of the request that placed it
 */
public record NewOrder(Order order, String encryptedToken, @Nullable String traceparent) {}
