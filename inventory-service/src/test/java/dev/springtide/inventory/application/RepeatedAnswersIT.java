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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An order that asks anew is told what was decided; nothing is decided twice. */
@InventoryTest
@Import(Shelves.class)
class RepeatedAnswersIT {

    @Autowired SettleStockHandler handler;
    @Autowired Shelves shelves;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private final UUID order = UUID.randomUUID();

    @Test
    void tellsAReservationAgain() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 1));

        WaveOutcome outcome = settle(reserve(sku, 2));

        assertThat(outcome.decisions()).isEmpty();
        assertThat(repeated(outcome)).containsExactly(new Reserved(order, 1));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 3, 0));
        assertThat(answers()).containsExactly("stock-reserved", "stock-reserved");
        assertThat(repeats()).isEqualTo(1);
    }

    @Test
    void tellsARejectionAgainWithItsReasonAfterARestock() {
        Sku sku = shelves.stocked(2);
        settle(reserve(sku, 1));
        shelves.restock(sku, 100);

        assertThat(repeated(settle(reserve(sku, 2))))
                .containsExactly(new Rejected(order, 1, List.of(sku)));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 102, 0, 0));
    }

    @Test
    void tellsOfASaleAsOfAReservation() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 1));
        settle(new SellStock(order, 2, null));

        assertThat(repeated(settle(reserve(sku, 3)))).containsExactly(new Reserved(order, 2));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 7, 0, 3));
    }

    @Test
    void tellsOfAReleaseAgain() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 1));
        settle(release(2));

        assertThat(repeated(settle(release(3)))).containsExactly(new Released(order, 2));
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
        assertThat(answers()).containsExactly("stock-reserved", "stock-released", "stock-released");
    }

    @Test
    void answersARecordThatIsOnlyDeliveredAgainWithSilence() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 1));
        settle(reserve(sku, 4));
        settle(release(5));
        settle(release(7));

        settle(reserve(sku, 1));
        settle(reserve(sku, 4));
        settle(release(5));
        settle(release(7));

        assertThat(answers())
                .containsExactly(
                        "stock-reserved", "stock-reserved", "stock-released", "stock-released");
        assertThat(repeats()).isEqualTo(2);
    }

    @Test
    void promisesNothingToAnOrderThatAsksAgainAfterItsRelease() {
        Sku sku = shelves.stocked(10);
        settle(release(2));

        assertThat(settle(reserve(sku, 3)).repeated()).isEmpty();
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 10, 0, 0));
        assertThat(answers()).containsExactly("stock-released");
    }

    @Test
    void ofTwoInstancesWithTheSameRequestOneAnswers() {
        Sku sku = shelves.stocked(10);
        settle(reserve(sku, 1));

        Throwable slower =
                transactions
                        .execute(_ -> {
                            settle(reserve(sku, 2));
                            var waiting =
                                    CompletableFuture.supplyAsync(() -> settle(reserve(sku, 2)));
                            Awaitility.await().until(() -> waiting.isDone() || waiters() > 0);
                            return waiting;
                        })
                        .handle((_, e) -> e instanceof CompletionException c ? c.getCause() : e)
                        .join();

        assertThat(slower).isInstanceOf(OptimisticLockingFailureException.class);
        settle(reserve(sku, 2));
        assertThat(answers()).containsExactly("stock-reserved", "stock-reserved");
    }

    private WaveOutcome settle(StockCommand command) {
        return handler.handle(List.of(command));
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
        return jdbc.sql(
                        """
                        SELECT replace(replace(type, 'dev.springtide.inventory.', ''), '.v1', '')
                          FROM outbox WHERE aggregate_id = ? ORDER BY seq
                        """)
                .param(order.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int repeats() {
        return jdbc.sql("SELECT repeats FROM reservation WHERE order_id = ?")
                .param(order)
                .query(Integer.class)
                .single();
    }

    private long waiters() {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """)
                .query(Long.class)
                .single();
    }
}
