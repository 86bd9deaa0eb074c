package dev.springtide.inventory.application;

/** A request with the same key is being carried out at this moment. */
public final class AdjustmentInFlightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AdjustmentInFlightException() {
        super("an adjustment with the same key is in flight");
    }
}
