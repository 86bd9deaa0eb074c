package dev.springtide.inventory.domain;

/** What a trigger does to a reservation. */
public sealed interface TransitionResult {

    /** The reservation moves on and its units with it. */
    record Moved(ReservationStatus to, StockMove stock) implements TransitionResult {}

    /** The trigger came again: its effect is there already. */
    record AlreadyApplied(ReservationStatus status) implements TransitionResult {}

    /** The trigger came when the order had lost its stock for good: nothing may move any more. */
    record TooLate(ReservationStatus status) implements TransitionResult {}
}
