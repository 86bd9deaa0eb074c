package dev.springtide.order.domain;

/** A refund that the order does not allow. */
public final class RefundRefusedException extends RuntimeException {

    /** What stands against it. */
    public enum Cause {
        /** The order is neither confirmed nor completed. */
        NOT_ALLOWED,
        OTHER_CURRENCY,
        /** More than was captured less all refunds that have not failed. */
        EXCEEDS_CAPTURED
    }

    private final Cause refusal;

    public RefundRefusedException(OrderId orderId, Cause refusal) {
        super("order %s: refund refused, %s".formatted(orderId, refusal));
        this.refusal = refusal;
    }

    public Cause refusal() {
        return refusal;
    }
}
