package dev.springtide.order.domain;

/** What an order tells the others; written to the outbox in the transaction of the change. */
public enum OutboundEvent {
    /** Sent when an order is placed, and again when its answer does not come. */
    ORDER_CREATED,
    PAYMENT_REQUESTED,
    ORDER_PAID,
    /** Sticky: inventory undoes a reservation that it makes later, too. */
    STOCK_RELEASE_REQUESTED,
    /** Sticky: a charge that succeeds later is undone, too. */
    PAYMENT_CANCEL_REQUESTED,
    REFUND_REQUESTED,
    ORDER_CONFIRMED,
    ORDER_REJECTED,
    ORDER_CANCELLED,
    ORDER_SHIPPED,
    ORDER_COMPLETED,
    /** An operator has corrected the order by hand. */
    ORDER_CORRECTED
}
