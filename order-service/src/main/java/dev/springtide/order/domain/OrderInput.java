package dev.springtide.order.domain;

import dev.springtide.money.Money;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to an order after it was placed: facts of others and requests. */
public sealed interface OrderInput {

    record StockReserved() implements OrderInput {}

    record StockRejected() implements OrderInput {}

    record StockReleased() implements OrderInput {}

    record PaymentCaptured(Money amount) implements OrderInput {}

    record PaymentDeclined() implements OrderInput {}

    record PaymentInDoubt() implements OrderInput {}

    /**
     * The payment is final.
     *
     * @param given everything given back, earlier refunds included
     */
    record PaymentClosed(PaymentOutcome outcome, Money given) implements OrderInput {}

    record RefundRequested(UUID refundId, Money amount, String reason) implements OrderInput {}

    record RefundSucceeded(UUID refundId) implements OrderInput {}

    record RefundFailed(UUID refundId, String why) implements OrderInput {}

    /** Whichever deadline runs; without effect unless it has passed by the database's clock. */
    record DeadlinePassed() implements OrderInput {}

    /**
     * An answer has not come for long; without effect unless it is time to ask again by the
     * database's clock.
     */
    record AnswerOverdue() implements OrderInput {}

    /** The same of a refund's answer; without effect once the refund is decided. */
    record RefundAnswerOverdue(UUID refundId) implements OrderInput {}

    record CancellationRequested(@Nullable String reason) implements OrderInput {}

    /**
     * Goods leave.
     *
     * @param lines each SKU once; empty means everything that remains
     */
    record ShipmentRequested(
            UUID shipmentId, String carrier, String trackingNumber, List<ShippedLine> lines)
            implements OrderInput {

        public ShipmentRequested {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An operator moves the order on by hand.
     *
     * @param version the one the operator saw
     */
    record CorrectionRequested(Correction correction, long version) implements OrderInput {}

    /** What deciding needs to know beside the order itself. */
    default Set<OrderPart> needs() {
        return switch (this) {
            case RefundRequested _, RefundSucceeded _, RefundFailed _, RefundAnswerOverdue _ ->
                    Set.of(OrderPart.REFUNDS);
            case ShipmentRequested _, CorrectionRequested _, AnswerOverdue _ ->
                    Set.of(OrderPart.LINES);
            case StockReserved _,
                    StockRejected _,
                    StockReleased _,
                    PaymentCaptured _,
                    PaymentDeclined _,
                    PaymentInDoubt _,
                    PaymentClosed _,
                    DeadlinePassed _,
                    CancellationRequested _ ->
                    Set.of();
        };
    }
}
