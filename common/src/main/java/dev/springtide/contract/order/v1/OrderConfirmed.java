package dev.springtide.contract.order.v1;

import dev.springtide.money.Money;
import java.util.Objects;
import java.util.UUID;

/** The order is paid and will be shipped. */
public record OrderConfirmed(UUID orderId, String customerId, Money total) implements OrderEvent {

    public OrderConfirmed {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(total, "total");
    }
}
