package dev.springtide.contract.order.v1;

import java.util.Objects;
import java.util.UUID;

/** The order is paid: its reservation becomes a sale. */
public record OrderPaid(UUID orderId) implements OrderEvent {

    public OrderPaid {
        Objects.requireNonNull(orderId, "orderId");
    }
}
