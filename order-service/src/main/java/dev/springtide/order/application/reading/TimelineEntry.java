package dev.springtide.order.application.reading;

import dev.springtide.order.domain.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an order.
 *
 * @param from null for the first step
 * @param trigger {@code PLACED} for the first step, then the name of the trigger
 */
public record TimelineEntry(
        Instant at,
        @Nullable OrderStatus from,
        OrderStatus to,
        String trigger,
        @Nullable String cause) {}
