package dev.springtide.order.domain;

/** Where an order stands; {@link OrderTransitions} says how it gets there. */
public enum OrderStatus {
    /** Accepted; inventory has not answered. */
    PENDING,
    /** Stock is held; the payment has been requested. */
    RESERVED,
    /** Paid; the reservation becomes a sale. */
    CONFIRMED,
    /** Every line has been shipped. */
    COMPLETED,
    /** Refused; final for the customer, while its payment may still be given back. */
    REJECTED,
    /** Being cancelled: stock and payment have not both been undone yet. */
    CANCELLING,
    /** Cancelled, with every effect undone. */
    CANCELLED;

    /** Whether the platform has decided: only waiting for stock or payment is no outcome. */
    public boolean isOutcome() {
        return switch (this) {
            case PENDING, RESERVED -> false;
            case CONFIRMED, COMPLETED, REJECTED, CANCELLING, CANCELLED -> true;
        };
    }
}
