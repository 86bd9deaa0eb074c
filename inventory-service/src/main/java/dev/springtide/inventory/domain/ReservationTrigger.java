package dev.springtide.inventory.domain;

/** What moves a reservation. */
public enum ReservationTrigger {
    /** The order was created and every line is covered. */
    DEMAND_COVERED,
    /** The order was created and a line is not covered. */
    DEMAND_NOT_COVERED,
    ORDER_PAID,
    RELEASE_REQUESTED
}
