package dev.springtide.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.inventory.domain.StockDecision.Rejected;
import dev.springtide.inventory.domain.StockDecision.Released;
import dev.springtide.inventory.domain.StockDecision.Reserved;
import dev.springtide.inventory.domain.TransitionResult.AlreadyApplied;
import dev.springtide.inventory.domain.TransitionResult.Moved;
import dev.springtide.inventory.domain.TransitionResult.TooLate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationTests {

    private static final Sku MUG = new Sku("mug");
    private static final Sku PEN = new Sku("pen");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void promisesFirstComeFirstServed() {
        Allocation wave = new Allocation(List.of(stock(MUG, 3, 0, 0)));

        assertThat(wave.demand(Reservation.none(FIRST), lines(MUG, 2)))
                .contains(new Reserved(FIRST, 1));
        assertThat(wave.demand(Reservation.none(SECOND), lines(MUG, 2)))
                .contains(new Rejected(SECOND, 1, List.of(MUG)));
        assertThat(wave.demand(Reservation.none(THIRD), lines(MUG, 1)))
                .contains(new Reserved(THIRD, 1));

        assertThat(wave.changes()).containsExactly(new StockChange(MUG, -3, 3, 0));
        assertThat(wave.moved())
                .extracting(Reservation::status)
                .containsExactly(
                        ReservationStatus.RESERVED,
                        ReservationStatus.REJECTED,
                        ReservationStatus.RESERVED);
    }

    @Test
    void promisesAllLinesOrNone() {
        Allocation wave = new Allocation(List.of(stock(MUG, 5, 0, 0), stock(PEN, 0, 0, 0)));

        assertThat(
                        wave.demand(
                                Reservation.none(FIRST),
                                List.of(new Line(MUG, 1), new Line(PEN, 1))))
                .contains(new Rejected(FIRST, 1, List.of(PEN)));

        assertThat(wave.changes()).isEmpty();
    }

    @Test
    void rejectsASkuWithoutStockRow() {
        assertThat(new Allocation(List.of()).demand(Reservation.none(FIRST), lines(MUG, 1)))
                .contains(new Rejected(FIRST, 1, List.of(MUG)));
    }

    @Test
    void countsLinesOfTheSameSkuTogether() {
        Allocation wave = new Allocation(List.of(stock(MUG, 3, 0, 0)));

        assertThat(
                        wave.demand(
                                Reservation.none(FIRST),
                                List.of(new Line(MUG, 2), new Line(MUG, 2))))
                .contains(new Rejected(FIRST, 1, List.of(MUG)));
    }

    @Test
    void keepsADecisionAfterARestock() {
        Allocation wave = new Allocation(List.of(stock(MUG, 1_000, 0, 0)));

        assertThat(wave.demand(stored(ReservationStatus.REJECTED, lines(MUG, 1)), lines(MUG, 1)))
                .isEmpty();

        assertThat(wave.moved()).isEmpty();
        assertThat(wave.changes()).isEmpty();
    }

    @Test
    void promisesNothingAfterARelease() {
        Allocation wave = new Allocation(List.of(stock(MUG, 1_000, 0, 0)));

        assertThat(wave.release(Reservation.none(FIRST))).contains(new Released(FIRST, 1));
        Reservation tombstone = wave.moved().getFirst();

        assertThat(tombstone.lines()).isEmpty();
        assertThat(wave.demand(tombstone, lines(MUG, 1))).isEmpty();
        assertThat(wave.release(tombstone)).isEmpty();
        assertThat(wave.changes()).isEmpty();
    }

    @Test
    void promisesAgainWhatAnEarlierReleaseOfTheWaveGivesBack() {
        Allocation wave = new Allocation(List.of(stock(MUG, 0, 2, 0)));

        wave.release(stored(ReservationStatus.RESERVED, lines(MUG, 2)));

        assertThat(wave.demand(Reservation.none(SECOND), lines(MUG, 2)))
                .contains(new Reserved(SECOND, 1));
        assertThat(wave.changes()).isEmpty();
    }

    @Test
    void sellsWhatIsReserved() {
        Allocation wave = new Allocation(List.of(stock(MUG, 1, 2, 0)));

        assertThat(wave.pay(stored(ReservationStatus.RESERVED, lines(MUG, 2))))
                .isInstanceOf(Moved.class);

        assertThat(wave.changes()).containsExactly(new StockChange(MUG, 0, -2, 2));
        assertThat(wave.moved().getFirst().version()).isEqualTo(2);
    }

    @Test
    void restoresWhatWasSold() {
        Allocation wave = new Allocation(List.of(stock(MUG, 0, 0, 2)));

        assertThat(wave.release(stored(ReservationStatus.SOLD, lines(MUG, 2))))
                .contains(new Released(FIRST, 2));

        assertThat(wave.changes()).containsExactly(new StockChange(MUG, 2, 0, -2));
    }

    @Test
    void movesNothingForAPaymentThatComesTwiceOrTooLate() {
        Allocation wave = new Allocation(List.of());

        assertThat(wave.pay(stored(ReservationStatus.SOLD, lines(MUG, 2))))
                .isInstanceOf(AlreadyApplied.class);
        assertThat(wave.pay(stored(ReservationStatus.RELEASED, lines(MUG, 2))))
                .isInstanceOf(TooLate.class);
        assertThat(wave.pay(stored(ReservationStatus.REJECTED, lines(MUG, 2))))
                .isInstanceOf(TooLate.class);
        assertThat(wave.moved()).isEmpty();
        assertThat(wave.changes()).isEmpty();
    }

    @Test
    void neverLetsACounterGoBelowZero() {
        Allocation wave = new Allocation(List.of(stock(MUG, 5, 1, 0)));

        assertThatThrownBy(() -> wave.pay(stored(ReservationStatus.RESERVED, lines(MUG, 2))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Stock stock(Sku sku, long available, long reserved, long sold) {
        return new Stock(sku, available, reserved, sold);
    }

    private static List<Line> lines(Sku sku, int quantity) {
        return List.of(new Line(sku, quantity));
    }

    private static Reservation stored(ReservationStatus status, List<Line> lines) {
        return new Reservation(FIRST, status, lines, List.of(), 1, 1);
    }
}
