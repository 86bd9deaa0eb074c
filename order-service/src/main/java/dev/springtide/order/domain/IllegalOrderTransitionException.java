package dev.springtide.order.domain;

/**
 * A trigger that must never meet this status: neither a move nor a duplicate nor a late outcome.
 */
public final class IllegalOrderTransitionException extends RuntimeException {

    private final OrderId orderId;
    private final OrderStatus from;
    private final OrderTrigger trigger;

    public IllegalOrderTransitionException(
            OrderId orderId, OrderStatus from, OrderTrigger trigger) {
        super("order %s: %s is illegal in %s".formatted(orderId, trigger, from));
        this.orderId = orderId;
        this.from = from;
        this.trigger = trigger;
    }

    public OrderId orderId() {
        return orderId;
    }

    public OrderStatus from() {
        return from;
    }

    public OrderTrigger trigger() {
        return trigger;
    }
}
