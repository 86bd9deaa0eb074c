package dev.springtide.inventory.domain;

import java.util.UUID;

/** A trigger that cannot meet a reservation in this status if all messages are sound. */
public final class IllegalReservationMoveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID orderId;
    private final ReservationStatus from;
    private final ReservationTrigger trigger;

    IllegalReservationMoveException(
            UUID orderId, ReservationStatus from, ReservationTrigger trigger) {
        super(
                "%s cannot move the reservation of order %s from %s"
                        .formatted(trigger, orderId, from));
        this.orderId = orderId;
        this.from = from;
        this.trigger = trigger;
    }

    public UUID orderId() {
        return orderId;
    }

    public ReservationStatus from() {
        return from;
    }

    public ReservationTrigger trigger() {
        return trigger;
    }
}
