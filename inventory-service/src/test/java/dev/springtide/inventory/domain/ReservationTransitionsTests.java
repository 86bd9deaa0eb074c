package dev.springtide.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.inventory.domain.TransitionResult.AlreadyApplied;
import dev.springtide.inventory.domain.TransitionResult.Moved;
import dev.springtide.inventory.domain.TransitionResult.TooLate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationTransitionsTests {

    private static final UUID ORDER = new UUID(1, 2);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    NONE,     DEMAND_COVERED,     RESERVED, RESERVE
                    NONE,     DEMAND_NOT_COVERED, REJECTED, NOTHING
                    NONE,     RELEASE_REQUESTED,  RELEASED, NOTHING
                    RESERVED, ORDER_PAID,         SOLD,     SELL
                    RESERVED, RELEASE_REQUESTED,  RELEASED, RELEASE
                    REJECTED, RELEASE_REQUESTED,  RELEASED, NOTHING
                    SOLD,     RELEASE_REQUESTED,  RELEASED, RESTORE
                    """)
    void moves(
            ReservationStatus from,
            ReservationTrigger trigger,
            ReservationStatus to,
            StockMove stock) {
        assertThat(ReservationTransitions.apply(ORDER, from, trigger))
                .isEqualTo(new Moved(to, stock));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    RESERVED, DEMAND_COVERED
                    RESERVED, DEMAND_NOT_COVERED
                    REJECTED, DEMAND_COVERED
                    REJECTED, DEMAND_NOT_COVERED
                    SOLD,     DEMAND_COVERED
                    SOLD,     DEMAND_NOT_COVERED
                    SOLD,     ORDER_PAID
                    RELEASED, DEMAND_COVERED
                    RELEASED, DEMAND_NOT_COVERED
                    RELEASED, RELEASE_REQUESTED
                    """)
    void staysWhenTheEffectIsThere(ReservationStatus from, ReservationTrigger trigger) {
        assertThat(ReservationTransitions.apply(ORDER, from, trigger))
                .isEqualTo(new AlreadyApplied(from));
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "RELEASED"})
    void isTooLateForAPaymentWithoutStock(ReservationStatus from) {
        assertThat(ReservationTransitions.apply(ORDER, from, ReservationTrigger.ORDER_PAID))
                .isEqualTo(new TooLate(from));
    }

    @Test
    void refusesAPaymentForAnOrderThatWasNeverHeardOf() {
        assertThatThrownBy(() ->
                        ReservationTransitions.apply(
                                ORDER, ReservationStatus.NONE, ReservationTrigger.ORDER_PAID))
                .isInstanceOfSatisfying(
                        IllegalReservationMoveException.class,
                        e -> {
                            assertThat(e.orderId()).isEqualTo(ORDER);
                            assertThat(e.from()).isEqualTo(ReservationStatus.NONE);
                            assertThat(e.trigger()).isEqualTo(ReservationTrigger.ORDER_PAID);
                        });
    }

    @Test
    void reachesEveryStatusAndLeavesReleasedNever() {
        Set<ReservationStatus> reached = EnumSet.of(ReservationStatus.NONE);
        for (ReservationStatus from : ReservationStatus.values()) {
            for (ReservationTrigger trigger : ReservationTrigger.values()) {
                if (isIllegal(from, trigger)) {
                    continue;
                }
                if (ReservationTransitions.apply(ORDER, from, trigger) instanceof Moved moved) {
                    assertThat(from).isNotEqualTo(ReservationStatus.RELEASED);
                    reached.add(moved.to());
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ReservationStatus.values());
    }

    @ParameterizedTest
    @EnumSource(ReservationTrigger.class)
    void appliesNoTriggerTwice(ReservationTrigger trigger) {
        for (ReservationStatus from : ReservationStatus.values()) {
            if (!isIllegal(from, trigger)
                    && ReservationTransitions.apply(ORDER, from, trigger) instanceof Moved moved) {
                assertThat(ReservationTransitions.apply(ORDER, moved.to(), trigger))
                        .isEqualTo(new AlreadyApplied(moved.to()));
            }
        }
    }

    private static boolean isIllegal(ReservationStatus from, ReservationTrigger trigger) {
        return from == ReservationStatus.NONE && trigger == ReservationTrigger.ORDER_PAID;
    }
}
