package dev.springtide.order.application.intake;

/** A request made no order, or none that could be promised. */
public final class PlacementRefusedException extends RuntimeException {

    private final transient Refusal refusal;

    public PlacementRefusedException(Refusal refusal) {
        super(refusal.getClass().getSimpleName());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
