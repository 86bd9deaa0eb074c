package dev.springtide.order.domain;

import java.util.List;

/** A shipment that the order does not allow. */
public final class ShipmentRefusedException extends RuntimeException {

    /** What stands against it. */
    public enum Cause {
        /** The order is not confirmed, or not any more. */
        NOT_ALLOWED,
        /** The order has no such product. */
        UNKNOWN_PRODUCT,
        /** More than was ordered less what has been shipped. */
        EXCEEDS_ORDERED
    }

    private final Cause refusal;
    private final OrderStatus status;
    private final transient List<Sku> skus;

    public ShipmentRefusedException(OrderState order, Cause refusal, List<Sku> skus) {
        super("order %s: shipment refused, %s".formatted(order.id(), refusal));
        this.refusal = refusal;
        this.status = order.status();
        this.skus = List.copyOf(skus);
    }

    public Cause refusal() {
        return refusal;
    }

    public OrderStatus status() {
        return status;
    }

    /** The products it is about; empty when it is about none. */
    public List<Sku> skus() {
        return skus;
    }
}
