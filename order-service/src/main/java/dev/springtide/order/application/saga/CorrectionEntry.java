package dev.springtide.order.application.saga;

import dev.springtide.order.domain.Correction;
import dev.springtide.order.domain.OrderStatus;
import java.time.Instant;

/**
 * A correction in the audit trail.
 *
 * @param version the order's version that it made
 * @param at by the database's clock
 */
public record CorrectionEntry(
        Correction correction, OrderStatus from, OrderStatus to, long version, Instant at) {}
