package dev.springtide.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.id.UuidV7;
import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.application.StockCommand.ReleaseStock;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.application.StockCommand.SellStock;
import dev.springtide.inventory.domain.IllegalReservationMoveException;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Reservation;
import dev.springtide.inventory.domain.ReservationStatus;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import dev.springtide.inventory.domain.StockDecision;
import dev.springtide.inventory.domain.StockDecision.Rejected;
import dev.springtide.inventory.domain.StockDecision.Released;
import dev.springtide.inventory.domain.StockDecision.Reserved;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;

@InventoryTest
@Import({Shelves.class, Commands.class})
class StockDecisionsIT {

    @Autowired SettleStockHandler handler;
    @Autowired Commands commands;
    @Autowired Reservations reservations;
    @Autowired Shelves shelves;
    @Autowired MeterRegistry meters;

    private final UUID order = UUID.randomUUID();

    @Test
    void reservesSellsAndRestores() {
        Sku sku = shelves.stocked(10);

        assertThat(settle(reserve(sku, 3))).containsExactly(new Reserved(order, 1));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 3, 0));
        assertThat(settle(sell())).isEmpty();
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 0, 3));
        assertThat(settle(release())).containsExactly(new Released(order, 3));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
        assertThat(commands.eventsOf(order)).containsExactly("stock-reserved", "stock-released");
    }

    @Test
    void releasesWhatIsReservedOnce() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 3));

        assertThat(settle(release())).containsExactly(new Released(order, 2));
        assertThat(settle(release())).isEmpty();

        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
        assertThat(commands.eventsOf(order)).containsExactly("stock-reserved", "stock-released");
    }

    @Test
    void keepsAnOrderFromStockThatWasReleasedBeforeItCame() {
        Sku sku = shelves.stocked(10);

        assertThat(settle(release())).containsExactly(new Released(order, 1));
        assertThat(settle(reserve(sku, 3))).isEmpty();
        assertThat(settle(release())).isEmpty();

        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
        assertThat(commands.eventsOf(order)).containsExactly("stock-released");
        assertThat(stored().lines()).isEmpty();
    }

    @Test
    void standsByARejectionAfterARestock() {
        Sku sku = shelves.stocked(2);
        assertThat(settle(reserve(sku, 3))).containsExactly(new Rejected(order, 1, List.of(sku)));
        shelves.restock(sku, 100);

        assertThat(settle(reserve(sku, 3))).isEmpty();

        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 102, 0, 0));
        assertThat(stored().status()).isEqualTo(ReservationStatus.REJECTED);
        assertThat(commands.eventsOf(order)).containsExactly("stock-rejected");
    }

    @Test
    void standsByAReservationThatComesAgain() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 3));

        assertThat(settle(reserve(sku, 3))).isEmpty();

        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 3, 0));
    }

    @Test
    void releasesARejectedOrderWithoutTouchingStock() {
        Sku sku = shelves.stocked(2);
        settle(reserve(sku, 3));

        assertThat(settle(release())).containsExactly(new Released(order, 2));

        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 2, 0, 0));
        assertThat(commands.eventsOf(order)).containsExactly("stock-rejected", "stock-released");
    }

    @Test
    void sellsNothingToAnOrderThatHasLostItsStock() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 3));
        settle(release());

        WaveOutcome outcome = handler.handle(List.of(sell()));

        assertThat(outcome.paidTooLate()).containsExactly(order);
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
        assertThat(stored().status()).isEqualTo(ReservationStatus.RELEASED);
    }

    @Test
    void sellsOnce() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 3));
        settle(sell());

        assertThat(handler.handle(List.of(sell())).sold()).isZero();

        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 0, 3));
    }

    @Test
    void refusesAPaymentOfAnOrderItNeverHeardOf() {
        assertThatThrownBy(() -> settle(sell()))
                .isInstanceOf(IllegalReservationMoveException.class);
    }

    @Test
    void decidesAnewWhenAnotherTransactionWasFasterToReserve() {
        Sku sku = shelves.stocked(10);

        assertThat(commands.raced(reserve(sku, 3), reserve(sku, 3)))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(settle(reserve(sku, 3))).isEmpty();
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 3, 0));
        assertThat(commands.eventsOf(order)).containsExactly("stock-reserved");
    }

    @Test
    void decidesAnewWhenAReleaseWasFasterThanTheOrder() {
        Sku sku = shelves.stocked(10);

        assertThat(commands.raced(release(), reserve(sku, 3)))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(settle(reserve(sku, 3))).isEmpty();
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
    }

    @Test
    void decidesAnewWhenASaleWasFasterThanTheRelease() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 3));

        assertThat(commands.raced(sell(), release()))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(settle(release())).containsExactly(new Released(order, 3));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
    }

    @Test
    void tellsOfReservationsThatNobodyEnds() {
        Sku sku = shelves.stocked(10);
        double before = overdue();
        for (int minutes : List.of(0, 59, 61, 69, 71)) {
            UUID placed = UuidV7.lowest(Instant.now().minus(Duration.ofMinutes(minutes)));
            handler.handle(List.of(new ReserveStock(placed, List.of(new Line(sku, 1)), 1, null)));
        }

        assertThat(overdue() - before).isEqualTo(2);
    }

    private double overdue() {
        return meters.get("reservations.overdue").gauge().value();
    }

    private List<StockDecision> settle(StockCommand command) {
        return commands.settle(command).decisions().stream().map(TracedDecision::decision).toList();
    }

    private ReserveStock reserve(Sku sku, int quantity) {
        return new ReserveStock(order, List.of(new Line(sku, quantity)), 1, null);
    }

    private SellStock sell() {
        return new SellStock(order, 1, null);
    }

    private ReleaseStock release() {
        return new ReleaseStock(order, 1, null);
    }

    private Reservation stored() {
        return Objects.requireNonNull(reservations.find(List.of(order)).get(order));
    }
}
