package dev.springtide.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.application.StockCommand.ReleaseStock;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.application.StockCommand.SellStock;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import dev.springtide.inventory.domain.StockDecision;
import dev.springtide.inventory.domain.StockDecision.Rejected;
import dev.springtide.inventory.domain.StockDecision.Released;
import dev.springtide.inventory.domain.StockDecision.Reserved;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order that asks anew is told what was decided; nothing is decided twice. */
@InventoryTest
@Import({Shelves.class, Commands.class})
class RepeatedAnswersIT {

    @Autowired Commands commands;
    @Autowired Shelves shelves;
    @Autowired JdbcClient jdbc;

    private final UUID order = UUID.randomUUID();

    @Test
    void tellsAReservationAgain() {
        Sku sku = shelves.stocked(10);
        commands.settle(reserve(sku, 1));

        WaveOutcome outcome = commands.settle(reserve(sku, 2));

        assertThat(outcome.decisions()).isEmpty();
        assertThat(repeated(outcome)).containsExactly(new Reserved(order, 1));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 3, 0));
        assertThat(answers()).containsExactly("stock-reserved", "stock-reserved");
        assertThat(repeats()).isEqualTo(1);
    }

    @Test
    void tellsARejectionAgainWithItsReasonAfterARestock() {
        Sku sku = shelves.stocked(2);
        commands.settle(reserve(sku, 1));
        shelves.restock(sku, 100);

        assertThat(repeated(commands.settle(reserve(sku, 2))))
                .containsExactly(new Rejected(order, 1, List.of(sku)));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 102, 0, 0));
    }

    @Test
    void tellsOfASaleAsOfAReservation() {
        Sku sku = shelves.stocked(10);
        commands.settle(reserve(sku, 1));
        commands.settle(new SellStock(order, 2, null));

        assertThat(repeated(commands.settle(reserve(sku, 3))))
                .containsExactly(new Reserved(order, 2));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 0, 3));
    }

    @Test
    void tellsOfAReleaseAgain() {
        Sku sku = shelves.stocked(10);
        commands.settle(reserve(sku, 1));
        commands.settle(release(2));

        assertThat(repeated(commands.settle(release(3)))).containsExactly(new Released(order, 2));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
        assertThat(answers()).containsExactly("stock-reserved", "stock-released", "stock-released");
    }

    @Test
    void answersARecordThatIsOnlyDeliveredAgainWithSilence() {
        Sku sku = shelves.stocked(10);
        commands.settle(reserve(sku, 1));
        commands.settle(reserve(sku, 4));
        commands.settle(release(5));
        commands.settle(release(7));

        commands.settle(reserve(sku, 1));
        commands.settle(reserve(sku, 4));
        commands.settle(release(5));
        commands.settle(release(7));

        assertThat(answers())
                .containsExactly(
                        "stock-reserved", "stock-reserved", "stock-released", "stock-released");
        assertThat(repeats()).isEqualTo(2);
    }

    @Test
    void promisesNothingToAnOrderThatAsksAgainAfterItsRelease() {
        Sku sku = shelves.stocked(10);
        commands.settle(release(2));

        assertThat(commands.settle(reserve(sku, 3)).repeated()).isEmpty();
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
        assertThat(answers()).containsExactly("stock-released");
    }

    @Test
    void ofTwoInstancesWithTheSameRequestOneAnswers() {
        Sku sku = shelves.stocked(10);
        commands.settle(reserve(sku, 1));

        Throwable slower = commands.raced(reserve(sku, 2), reserve(sku, 2));

        assertThat(slower).isInstanceOf(OptimisticLockingFailureException.class);
        commands.settle(reserve(sku, 2));
        assertThat(answers()).containsExactly("stock-reserved", "stock-reserved");
    }

    private ReserveStock reserve(Sku sku, long orderVersion) {
        return new ReserveStock(order, List.of(new Line(sku, 3)), orderVersion, null);
    }

    private ReleaseStock release(long orderVersion) {
        return new ReleaseStock(order, orderVersion, null);
    }

    private static List<StockDecision> repeated(WaveOutcome outcome) {
        return outcome.repeated().stream().map(TracedDecision::decision).toList();
    }

    private List<String> answers() {
        return commands.eventsOf(order);
    }

    private int repeats() {
        return jdbc.sql("SELECT repeats FROM reservation WHERE order_id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }
}
