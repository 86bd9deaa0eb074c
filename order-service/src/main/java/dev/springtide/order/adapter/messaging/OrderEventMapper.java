package dev.springtide.order.adapter.messaging;

import dev.springtide.contract.order.v1.OrderCancelled;
import dev.springtide.contract.order.v1.OrderCompleted;
import dev.springtide.contract.order.v1.OrderConfirmed;
import dev.springtide.contract.order.v1.OrderCorrected;
import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.contract.order.v1.OrderEvent;
import dev.springtide.contract.order.v1.OrderPaid;
import dev.springtide.contract.order.v1.OrderRejected;
import dev.springtide.contract.order.v1.OrderShipped;
import dev.springtide.contract.order.v1.PaymentCancelRequested;
import dev.springtide.contract.order.v1.PaymentRequested;
import dev.springtide.contract.order.v1.RefundRequested;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.order.application.saga.SagaStep;
import dev.springtide.order.domain.Correction;
import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderState;
import dev.springtide.order.domain.OutboundEvent;
import dev.springtide.order.domain.Refund;
import dev.springtide.order.domain.Shipment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes an outbound event of the domain as the public contract has it. */
final class OrderEventMapper {

    private static final String CANCELLED = "CANCELLED";

    private OrderEventMapper() {}

    static OrderEvent contract(SagaStep step, OutboundEvent event) {
        OrderState order = step.decision().after();
        UUID id = order.id().value();
        String customer = order.header().customerId();
        return switch (event) {
            case ORDER_CREATED -> created(order);
            case PAYMENT_REQUESTED ->
                    new PaymentRequested(
                            id,
                            customer,
                            order.header().total(),
                            required(step.order().paymentToken(), "payment token"));
            case ORDER_PAID -> new OrderPaid(id);
            case STOCK_RELEASE_REQUESTED -> new StockReleaseRequested(id, whyUndone(order));
            case PAYMENT_CANCEL_REQUESTED ->
                    new PaymentCancelRequested(id, customer, whyUndone(order));
            case REFUND_REQUESTED -> refundRequested(id, step.decision().refund());
            case ORDER_CONFIRMED -> new OrderConfirmed(id, customer, order.header().total());
            case ORDER_REJECTED -> new OrderRejected(id, customer, whyUndone(order));
            case ORDER_CANCELLED -> new OrderCancelled(id, customer, order.cancelReason());
            case ORDER_SHIPPED -> shipped(id, customer, step.decision().shipment());
            case ORDER_COMPLETED -> new OrderCompleted(id, customer);
            case ORDER_CORRECTED -> corrected(id, customer, step.decision());
        };
    }

    private static OrderCreated created(OrderState order) {
        return new OrderCreated(
                order.id().value(),
                order.header().customerId(),
                order.fulfillment().lines().stream()
                        .map(line -> new OrderCreated.Line(line.sku().value(), line.ordered()))
                        .toList(),
                order.header().total());
    }

    private static OrderCorrected corrected(UUID orderId, String customer, Decision decision) {
        Correction correction = required(decision.correction(), "correction");
        return new OrderCorrected(
                orderId,
                customer,
                correction.id(),
                correction.action().name(),
                decision.before().status().name(),
                decision.after().status().name());
    }

    private static RefundRequested refundRequested(UUID orderId, @Nullable Refund refund) {
        Refund requested = required(refund, "refund");
        return new RefundRequested(orderId, requested.id(), requested.amount(), requested.reason());
    }

    private static OrderShipped shipped(
            UUID orderId, String customer, @Nullable Shipment shipment) {
        Shipment left = required(shipment, "shipment");
        return new OrderShipped(
                orderId,
                customer,
                left.id(),
                left.carrier(),
                left.trackingNumber(),
                left.lines().stream()
                        .map(line -> new OrderShipped.Line(line.sku().value(), line.quantity()))
                        .toList());
    }

    /** A code, never what a customer wrote. */
    private static String whyUndone(OrderState order) {
        return order.reason() == null ? CANCELLED : order.reason().name();
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("the event needs a " + what);
        }
        return value;
    }
}
