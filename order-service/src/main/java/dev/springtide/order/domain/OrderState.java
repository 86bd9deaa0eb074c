package dev.springtide.order.domain;

import dev.springtide.money.Money;
import dev.springtide.order.domain.TransitionResult.Moved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decisions need to know of an order, read under its lock.
 *
 * @param stockSettled whether inventory has confirmed the release
 * @param refunds all refunds of the order when the input concerns refunds, otherwise empty
 */
public record OrderState(
        OrderHeader header,
        OrderStatus status,
        @Nullable RejectionReason reason,
        @Nullable String cancelReason,
        OrderPayment payment,
        OrderFulfillment fulfillment,
        boolean stockSettled,
        List<Refund> refunds,
        long version) {

    public OrderState {
        refunds = List.copyOf(refunds);
    }

    public OrderId id() {
        return header.id();
    }

    /** Whether both sides have been undone: only then a cancellation is complete. */
    boolean settled() {
        return stockSettled && payment.settled();
    }

    /** Whether somebody was asked for something whose answer has not come. */
    public boolean awaitsAnswer() {
        return !RepeatDecisions.awaited(this).isEmpty();
    }

    /** Whether a charge may still need the customer's payment token. */
    public boolean needsPaymentToken() {
        return switch (payment.status()) {
            case NONE -> status == OrderStatus.PENDING;
            case PENDING, AUTHORIZED, UNKNOWN -> true;
            case CAPTURED, PARTIALLY_REFUNDED, REFUNDED, DECLINED, VOIDED -> false;
        };
    }

    /** What may still be refunded: captured less every refund that has not failed. */
    Money refundable() {
        Money remainder = payment.captured();
        for (Refund refund : refunds) {
            if (refund.status() != RefundStatus.FAILED) {
                remainder = remainder.minus(refund.amount());
            }
        }
        return remainder;
    }

    Optional<Refund> refund(UUID refundId) {
        return refunds.stream().filter(refund -> refund.id().equals(refundId)).findFirst();
    }

    OrderState moved(Moved move) {
        RejectionReason why = move.reason() != null ? move.reason() : reason;
        boolean requests = move.events().contains(OutboundEvent.PAYMENT_REQUESTED);
        return new OrderState(
                header,
                move.to(),
                why,
                cancelReason,
                requests ? payment.requested() : payment,
                fulfillment,
                stockSettled,
                refunds,
                version);
    }

    OrderState withPayment(OrderPayment next) {
        return with(next, fulfillment, refunds, version);
    }

    OrderState withFulfillment(OrderFulfillment next) {
        return with(payment, next, refunds, version);
    }

    OrderState withStockSettled() {
        return new OrderState(
                header, status, reason, cancelReason, payment, fulfillment, true, refunds, version);
    }

    OrderState withCancelReason(@Nullable String why) {
        return new OrderState(
                header, status, reason, why, payment, fulfillment, stockSettled, refunds, version);
    }

    OrderState withRefund(Refund refund) {
        List<Refund> next = new ArrayList<>(refunds);
        next.removeIf(known -> known.id().equals(refund.id()));
        next.add(refund);
        return with(payment, fulfillment, next, version);
    }

    /** The same order with all its refunds and lines, as far as they were read. */
    public OrderState withParts(List<Refund> allRefunds, List<OrderFulfillment.Line> allLines) {
        return with(payment, fulfillment.withLines(allLines), allRefunds, version);
    }

    OrderState nextVersion() {
        return with(payment, fulfillment, refunds, version + 1);
    }

    private OrderState with(
            OrderPayment nextPayment,
            OrderFulfillment nextFulfillment,
            List<Refund> nextRefunds,
            long nextVersion) {
        return new OrderState(
                header,
                status,
                reason,
                cancelReason,
                nextPayment,
                nextFulfillment,
                stockSettled,
                nextRefunds,
                nextVersion);
    }
}
