package dev.springtide.inventory.domain;

import java.util.List;
import java.util.UUID;

/**
 * The stored answer to an order's demand.
 *
 * @param lines what was asked for; never changes once decided, empty if a release came first
 * @param version rises by one with each move; 0 for a reservation that is not stored
 */
public record Reservation(UUID orderId, ReservationStatus status, List<Line> lines, long version) {

    public Reservation {
        lines = List.copyOf(lines);
    }

    public static Reservation none(UUID orderId) {
        return new Reservation(orderId, ReservationStatus.NONE, List.of(), 0);
    }

    /** Whether its lines stand in the stock's counters, so that moving it moves them. */
    public boolean holdsUnits() {
        return status == ReservationStatus.RESERVED || status == ReservationStatus.SOLD;
    }

    public boolean isStored() {
        return version > 0;
    }

    Reservation asking(List<Line> demanded) {
        return new Reservation(orderId, status, demanded, version);
    }

    Reservation movedTo(ReservationStatus to) {
        return new Reservation(orderId, to, lines, version + 1);
    }
}
