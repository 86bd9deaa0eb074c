package dev.springtide.payment.application;

import java.util.UUID;

/** A refund of an order whose payment nobody requested: somebody has to look at it. */
public final class UnknownPaymentException extends RuntimeException {

    public UnknownPaymentException(UUID orderId) {
        super("order " + orderId + " has no payment");
    }
}
