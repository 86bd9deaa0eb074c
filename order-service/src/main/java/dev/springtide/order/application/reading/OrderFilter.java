package dev.springtide.order.application.reading;

import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a list, newest first. A null does not restrict.
 *
 * @param owner the customer
 * @param from placed at or after
 * @param to placed before
 * @param before only orders that come after this one in the list
 * @param stuck only orders that do not go on as they should, see {@link StuckAfter}
 */
public record OrderFilter(
        @Nullable String owner,
        @Nullable OrderStatus status,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable OrderId before,
        boolean stuck) {}
