package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.springtide.money.Money;
import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.IllegalOrderTransitionException;
import dev.springtide.order.domain.OrderDecisions;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.PaymentCaptured;
import dev.springtide.order.domain.OrderInput.PaymentClosed;
import dev.springtide.order.domain.OrderInput.StockReleased;
import dev.springtide.order.domain.OrderInput.StockReserved;
import dev.springtide.order.domain.PaymentOutcome;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

class SagaRaceIT {

    private static final long SEED = Long.getLong("springtide.seed", 20_261_121L);
    private static final int ORDERS = 400;
    private static final Money TOTAL = Money.of("30.00", "EUR");

    private SagaBench bench;

    @BeforeEach
    void start() {
        bench = new SagaBench("race");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void decidesOnceWhenCaptureCancellationAndDeadlineMeet() {
        List<OrderId> ids = bench.place(ORDERS);
        inBatches(ids, new StockReserved(), 0).forEach(SagaRaceIT::call);
        bench.passDeadline(ids.subList(0, ORDERS / 2));

        List<Callable<Integer>> racers = new ArrayList<>();
        for (int copy = 0; copy < 3; copy++) {
            racers.addAll(inBatches(ids, new PaymentCaptured(TOTAL), copy));
            racers.addAll(inBatches(ids, new StockReserved(), copy + 10));
            racers.add(bench.sweeper()::sweep);
        }
        ids.forEach(id -> racers.add(() -> cancel(id)));
        Racers.run(racers);
        bench.sweeper().sweep();

        settleConcurrently();

        new HistoryAudit(bench.jdbc()).check();
        assertThat(bench.jdbc().queryForList("SELECT DISTINCT status FROM orders", String.class))
                .isSubsetOf("CANCELLED", "REJECTED");
        assertThat(
                        bench.jdbc()
                                .queryForList(
                                        "SELECT id FROM orders WHERE captured_minor <> refunded_minor"))
                .isEmpty();
        assertThat(deadlocks()).isZero();
    }

    /** Whoever was asked to undo answers, each answer three times from different threads. */
    private void settleConcurrently() {
        List<OrderId> undone =
                bench.jdbc()
                        .query(
                                "SELECT id FROM orders WHERE status IN ('CANCELLING', 'REJECTED')",
                                (row, n) -> new OrderId(row.getObject("id", UUID.class)));
        assertThat(undone).hasSize(ORDERS);
        PaymentClosed closed = new PaymentClosed(PaymentOutcome.VOIDED, TOTAL);
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int copy = 0; copy < 3; copy++) {
            racers.addAll(inBatches(undone, new StockReleased(), copy));
            racers.addAll(inBatches(undone, closed, copy + 10));
        }
        Racers.run(racers);
    }

    @Test
    void refusesToWriteOverAVersionItDidNotDecideOn() {
        OrderId id = bench.place(1).getFirst();
        OrderCommand command = new OrderCommand(id, new StockReserved(), "test", null);
        LockedOrder stale =
                Objects.requireNonNull(
                        bench.transactions()
                                .execute(s -> bench.orders().lock(List.of(id), Set.of()).get(id)));
        Decision decision = OrderDecisions.decide(stale.state(), command.input());
        bench.apply(id, new CancellationRequested("meanwhile"));

        List<SagaStep> steps = List.of(new SagaStep(stale, command, decision));
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() ->
                        bench.transactions().executeWithoutResult(s -> bench.orders().save(steps)));
        assertThat(bench.column(id, "status")).isEqualTo("CANCELLING");
        new HistoryAudit(bench.jdbc()).check();
    }

    @Test
    void writesNoEntryOlderThanThatOfAnInstanceWhoseClockIsFast() {
        OrderId id = bench.place(1).getFirst();
        bench.jdbc()
                .update(
                        "UPDATE orders SET updated_at = now() + interval '5 minutes' WHERE id = ?",
                        id.value());
        String before = bench.column(id, "updated_at");

        bench.apply(id, new StockReserved());

        assertThat(bench.column(id, "updated_at")).isEqualTo(before);
        assertThat(
                        bench.jdbc()
                                .queryForObject(
                                        "SELECT at FROM order_timeline WHERE order_id = ? AND version = 2",
                                        Timestamp.class,
                                        id.value()))
                .hasToString(before);
    }

    private int cancel(OrderId id) {
        try {
            bench.apply(id, new CancellationRequested(null));
            return 1;
        } catch (IllegalOrderTransitionException tooLate) {
            return 0;
        }
    }

    /** The same input for all orders, shuffled and in batches, as several partitions bring it. */
    private List<Callable<Integer>> inBatches(List<OrderId> ids, OrderInput input, int copy) {
        List<OrderId> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(SEED + copy));
        List<Callable<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); from += 100) {
            List<OrderCommand> batch =
                    shuffled.subList(from, Math.min(from + 100, shuffled.size())).stream()
                            .map(id -> new OrderCommand(id, input, "test", null))
                            .toList();
            batches.add(() -> bench.apply(batch).size());
        }
        return batches;
    }

    private static void call(Callable<Integer> work) {
        Racers.run(List.of(work));
    }

    private long deadlocks() {
        return Objects.requireNonNull(
                bench.jdbc()
                        .queryForObject(
                                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
                                Long.class));
    }
}
