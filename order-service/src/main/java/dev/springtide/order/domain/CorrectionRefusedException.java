package dev.springtide.order.domain;

/** A correction that the order does not allow. */
public final class CorrectionRefusedException extends RuntimeException {

    /** What stands against it. */
    public enum Cause {
        /** The order has changed since the operator looked at it. */
        CHANGED,
        /** An order in this status does not wait for anything that the action could bring about. */
        NOT_ALLOWED
    }

    private final Cause refusal;
    private final OrderStatus status;
    private final long version;

    CorrectionRefusedException(OrderState order, Cause refusal) {
        super("order %s: correction refused, %s".formatted(order.id(), refusal));
        this.refusal = refusal;
        this.status = order.status();
        this.version = order.version();
    }

    public Cause refusal() {
        return refusal;
    }

    public OrderStatus status() {
        return status;
    }

    public long version() {
        return version;
    }
}
