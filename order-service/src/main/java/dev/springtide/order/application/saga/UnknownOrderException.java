package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;

/** There is no such order, or none that the caller may know of. */
public final class UnknownOrderException extends RuntimeException {

    public UnknownOrderException(OrderId orderId) {
        super("unknown order " + orderId);
    }
}
