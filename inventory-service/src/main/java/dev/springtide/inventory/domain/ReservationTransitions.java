package dev.springtide.inventory.domain;

import static dev.springtide.inventory.domain.ReservationStatus.NONE;
import static dev.springtide.inventory.domain.ReservationStatus.REJECTED;
import static dev.springtide.inventory.domain.ReservationStatus.RELEASED;
import static dev.springtide.inventory.domain.ReservationStatus.RESERVED;
import static dev.springtide.inventory.domain.ReservationStatus.SOLD;
import static dev.springtide.inventory.domain.ReservationTrigger.DEMAND_COVERED;
import static dev.springtide.inventory.domain.ReservationTrigger.DEMAND_NOT_COVERED;
import static dev.springtide.inventory.domain.ReservationTrigger.ORDER_PAID;
import static dev.springtide.inventory.domain.ReservationTrigger.RELEASE_REQUESTED;

import dev.springtide.inventory.domain.TransitionResult.AlreadyApplied;
import dev.springtide.inventory.domain.TransitionResult.Moved;
import dev.springtide.inventory.domain.TransitionResult.TooLate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only way a reservation changes: (status, trigger) → status and move of its units. */
public final class ReservationTransitions {

    private static final Map<ReservationStatus, Map<ReservationTrigger, TransitionResult>> TABLE =
            Map.of(
                    NONE,
                    Map.of(
                            DEMAND_COVERED, new Moved(RESERVED, StockMove.RESERVE),
                            DEMAND_NOT_COVERED, new Moved(REJECTED, StockMove.NOTHING),
                            RELEASE_REQUESTED, new Moved(RELEASED, StockMove.NOTHING)),
                    RESERVED,
                    Map.of(
                            DEMAND_COVERED, new AlreadyApplied(RESERVED),
                            DEMAND_NOT_COVERED, new AlreadyApplied(RESERVED),
                            ORDER_PAID, new Moved(SOLD, StockMove.SELL),
                            RELEASE_REQUESTED, new Moved(RELEASED, StockMove.RELEASE)),
                    REJECTED,
                    Map.of(
                            DEMAND_COVERED, new AlreadyApplied(REJECTED),
                            DEMAND_NOT_COVERED, new AlreadyApplied(REJECTED),
                            ORDER_PAID, new TooLate(REJECTED),
                            RELEASE_REQUESTED, new Moved(RELEASED, StockMove.NOTHING)),
                    SOLD,
                    Map.of(
                            DEMAND_COVERED, new AlreadyApplied(SOLD),
                            DEMAND_NOT_COVERED, new AlreadyApplied(SOLD),
                            ORDER_PAID, new AlreadyApplied(SOLD),
                            RELEASE_REQUESTED, new Moved(RELEASED, StockMove.RESTORE)),
                    RELEASED,
                    Map.of(
                            DEMAND_COVERED, new AlreadyApplied(RELEASED),
                            DEMAND_NOT_COVERED, new AlreadyApplied(RELEASED),
                            ORDER_PAID, new TooLate(RELEASED),
                            RELEASE_REQUESTED, new AlreadyApplied(RELEASED)));

    private ReservationTransitions() {}

    /**
     * What the trigger does in this status.
     *
     * @throws IllegalReservationMoveException when the table has no entry
     */
    public static TransitionResult apply(
            UUID orderId, ReservationStatus from, ReservationTrigger trigger) {
        @Nullable TransitionResult result = TABLE.getOrDefault(from, Map.of()).get(trigger);
        if (result == null) {
            throw new IllegalReservationMoveException(orderId, from, trigger);
        }
        return result;
    }
}
