package dev.springtide.order.application.saga;

/** A request with the same idempotency key is being carried out; it can be asked again. */
public final class RequestInFlightException extends RuntimeException {

    public RequestInFlightException() {
        super("a request with the same key is in flight");
    }
}
