package dev.springtide.contract.order.v1;

import dev.springtide.contract.DomainEvent;
import java.util.UUID;

/** What happens to an order; the key is the order id. */
public sealed interface OrderEvent extends DomainEvent
        permits OrderCreated,
                PaymentRequested,
                OrderPaid,
                StockReleaseRequested,
                PaymentCancelRequested,
                RefundRequested,
                OrderConfirmed,
                OrderRejected,
                OrderCancelled,
                OrderShipped,
                OrderCompleted,
                OrderCorrected {

    UUID orderId();

    @Override
    default String aggregateId() {
        return orderId().toString();
    }
}
