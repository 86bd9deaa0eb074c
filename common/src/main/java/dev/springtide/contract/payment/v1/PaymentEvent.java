package dev.springtide.contract.payment.v1;

import dev.springtide.contract.DomainEvent;
import java.util.UUID;

/** What became of the payment of an order; the key is the order id. */
public sealed interface PaymentEvent extends DomainEvent
        permits PaymentCaptured,
                PaymentDeclined,
                PaymentInDoubt,
                PaymentClosed,
                RefundSucceeded,
                RefundFailed {

    UUID orderId();

    @Override
    default String aggregateId() {
        return orderId().toString();
    }
}
