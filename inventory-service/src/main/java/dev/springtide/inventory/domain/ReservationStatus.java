package dev.springtide.inventory.domain;

/** What an order has of the stock. */
public enum ReservationStatus {
    /** Nothing is known of the order; never stored. */
    NONE,
    /** All its lines are promised to it. */
    RESERVED,
    /** At least one line could not be covered, so nothing is promised. Stays so after a restock. */
    REJECTED,
    /** Its units left by a paid order. */
    SOLD,
    /** It holds nothing and never will: the end, also for a release that came before the demand. */
    RELEASED
}
