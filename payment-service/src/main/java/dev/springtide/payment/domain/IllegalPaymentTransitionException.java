package dev.springtide.payment.domain;

import java.util.UUID;

/** A trigger that must never meet this status: the provider contradicts itself, or we do. */
public final class IllegalPaymentTransitionException extends RuntimeException {

    private final UUID orderId;
    private final PaymentStatus from;
    private final PaymentTrigger trigger;

    public IllegalPaymentTransitionException(
            UUID orderId, PaymentStatus from, PaymentTrigger trigger) {
        super("payment of order %s: %s is illegal in %s".formatted(orderId, trigger, from));
        this.orderId = orderId;
        this.from = from;
        this.trigger = trigger;
    }

    public UUID orderId() {
        return orderId;
    }

    public PaymentStatus from() {
        return from;
    }

    public PaymentTrigger trigger() {
        return trigger;
    }
}
