package dev.springtide.order.domain;

import dev.springtide.money.Money;
import dev.springtide.order.domain.OrderInput.RefundFailed;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.OrderInput.RefundSucceeded;
import dev.springtide.order.domain.RefundRefusedException.Cause;
import java.util.UUID;

/**
 * Decides about refunds under the order's lock, with all its refunds in sight: together they never
 * exceed what was captured.
 */
final class RefundDecisions {

    private RefundDecisions() {}

    static Decision requested(OrderState order, RefundRequested request) {
        if (order.refund(request.refundId()).isPresent()) {
            return Decision.noted(order, order, "REFUND_REQUESTED");
        }
        requireAllowed(order, request.amount());
        Refund refund = Refund.requested(request.refundId(), request.amount(), request.reason());
        return Decision.refund(
                order,
                order.withRefund(refund),
                "REFUND_REQUESTED",
                refund,
                OutboundEvent.REFUND_REQUESTED);
    }

    private static void requireAllowed(OrderState order, Money amount) {
        if (order.status() != OrderStatus.CONFIRMED && order.status() != OrderStatus.COMPLETED) {
            throw new RefundRefusedException(order.id(), Cause.NOT_ALLOWED);
        }
        if (!amount.currency().equals(order.header().total().currency())) {
            throw new RefundRefusedException(order.id(), Cause.OTHER_CURRENCY);
        }
        if (order.refundable().minus(amount).isNegative()) {
            throw new RefundRefusedException(order.id(), Cause.EXCEEDS_CAPTURED);
        }
    }

    static Decision succeeded(OrderState order, RefundSucceeded fact) {
        Refund refund = known(order, fact.refundId());
        if (!refund.pending()) {
            return Decision.noted(order, order, "REFUND_SUCCEEDED");
        }
        OrderState after =
                order.withRefund(refund.succeeded())
                        .withPayment(order.payment().refunded(refund.amount()));
        return Decision.refund(order, after, "REFUND_SUCCEEDED", refund.succeeded());
    }

    static Decision failed(OrderState order, RefundFailed fact) {
        Refund refund = known(order, fact.refundId());
        if (!refund.pending()) {
            return Decision.noted(order, order, "REFUND_FAILED");
        }
        Refund failed = refund.failed(fact.why());
        return Decision.refund(order, order.withRefund(failed), "REFUND_FAILED", failed);
    }

    private static Refund known(OrderState order, UUID refundId) {
        return order.refund(refundId)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "order %s: unknown refund".formatted(order.id())));
    }
}
