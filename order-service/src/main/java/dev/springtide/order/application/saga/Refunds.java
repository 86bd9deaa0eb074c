package dev.springtide.order.application.saga;

import dev.springtide.order.domain.Refund;
import java.util.UUID;

/** Refunds as they stand, read without a lock. */
@FunctionalInterface
public interface Refunds {

    /** The refund of a kept key. */
    Refund get(UUID refundId);
}
