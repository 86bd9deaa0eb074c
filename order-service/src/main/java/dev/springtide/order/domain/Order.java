package dev.springtide.order.domain;

import dev.springtide.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands at one version.
 *
 * @param reason why it was rejected; null otherwise
 * @param expiresAt the running deadline by the database clock; null when none runs
 * @param createdAt the timestamp in the id
 * @param version 1 when placed, one more with every change
 */
public record Order(
        OrderId id,
        String customerId,
        OrderStatus status,
        @Nullable RejectionReason reason,
        PaymentStatus paymentStatus,
        FulfillmentStatus fulfillmentStatus,
        List<OrderLine> lines,
        Money total,
        ShippingAddress shippingAddress,
        @Nullable Instant expiresAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public Order {
        lines = List.copyOf(lines);
    }

    /**
     * A new order. Its deadline is the database's to give.
     *
     * @param lines at least one, all in one currency, each SKU once
     * @throws ArithmeticException when the total does not fit
     */
    public static Order place(
            OrderId id,
            String customerId,
            List<OrderLine> lines,
            ShippingAddress shippingAddress,
            Instant createdAt) {
        return new Order(
                id,
                customerId,
                OrderStatus.PENDING,
                null,
                PaymentStatus.NONE,
                FulfillmentStatus.UNFULFILLED,
                lines,
                total(lines),
                shippingAddress,
                null,
                createdAt,
                createdAt,
                1);
    }

    /** The same order with the deadline the database gave it. */
    public Order expiringAt(Instant deadline) {
        return new Order(
                id,
                customerId,
                status,
                reason,
                paymentStatus,
                fulfillmentStatus,
                lines,
                total,
                shippingAddress,
                deadline,
                createdAt,
                updatedAt,
                version);
    }

    private static Money total(List<OrderLine> lines) {
        Money sum = Money.zero(lines.getFirst().unitPrice().currency());
        for (OrderLine line : lines) {
            sum = sum.plus(line.lineTotal());
        }
        return sum;
    }
}
