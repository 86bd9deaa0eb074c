package dev.springtide.inventory.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The stored answer to an order's demand.
 *
 * @param lines what was asked for; never changes once decided, empty if a release came first
 * @param missing the SKUs for want of which it was rejected
 * @param asked the order's version of the latest request that was answered; 0 before the first
 * @param version rises by one with each move; 0 for a reservation that is not stored
 */
public record Reservation(
        UUID orderId,
        ReservationStatus status,
        List<Line> lines,
        List<Sku> missing,
        long asked,
        long version) {

    public Reservation {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    public static Reservation none(UUID orderId) {
        return new Reservation(orderId, ReservationStatus.NONE, List.of(), List.of(), 0, 0);
    }

    /** Whether its lines stand in the stock's counters, so that moving it moves them. */
    public boolean holdsUnits() {
        return status == ReservationStatus.RESERVED || status == ReservationStatus.SOLD;
    }

    public boolean isStored() {
        return version > 0;
    }

    /** The same, asked for once more by an order at this version. */
    public Reservation asked(long orderVersion) {
        return new Reservation(
                orderId, status, lines, missing, Math.max(asked, orderVersion), version);
    }

    /** What the order was told of its demand; empty when it has none that still counts. */
    public Optional<StockDecision> answerToDemand() {
        return switch (status) {
            case RESERVED, SOLD -> Optional.of(new StockDecision.Reserved(orderId, version));
            case REJECTED -> Optional.of(new StockDecision.Rejected(orderId, version, missing));
            case NONE, RELEASED -> Optional.empty();
        };
    }

    /** What the order was told when it gave its stock back; empty when it has not. */
    public Optional<StockDecision> answerToRelease() {
        return status == ReservationStatus.RELEASED
                ? Optional.of(new StockDecision.Released(orderId, version))
                : Optional.empty();
    }

    Reservation asking(List<Line> demanded, List<Sku> notCovered) {
        return new Reservation(orderId, status, demanded, notCovered, asked, version);
    }

    Reservation movedTo(ReservationStatus to) {
        return new Reservation(orderId, to, lines, missing, asked, version + 1);
    }
}
