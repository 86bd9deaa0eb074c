package dev.springtide.contract.order.v1;

import dev.springtide.money.Money;
import java.util.Objects;
import java.util.UUID;

/** Give back a part of what was captured; the refund id makes it happen once. */
public record RefundRequested(UUID orderId, UUID refundId, Money amount, String reason)
        implements OrderEvent {

    public RefundRequested {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(refundId, "refundId");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(reason, "reason");
    }
}
