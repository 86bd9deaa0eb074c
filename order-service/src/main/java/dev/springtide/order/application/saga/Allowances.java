package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * How long an order may stay in a status, counted by the database's clock from the moment it moved
 * there.
 *
 * @param payment from RESERVED until the payment is decided; then the order is rejected
 * @param cancellation from CANCELLING until stock and payment are undone; then it is reported, for
 *     a cancellation is never given up
 */
public record Allowances(Duration payment, Duration cancellation) {

    /** Empty for a status an order may stay in for ever, or that it never moves to. */
    public Optional<Duration> of(OrderStatus status) {
        return switch (status) {
            case RESERVED -> Optional.of(payment);
            case CANCELLING -> Optional.of(cancellation);
            case PENDING, CONFIRMED, COMPLETED, REJECTED, CANCELLED -> Optional.empty();
        };
    }
}
