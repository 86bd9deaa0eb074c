package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.StockReserved;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineSweeperIT {

    private SagaBench bench;

    @BeforeEach
    void start() {
        bench = new SagaBench("sweeper");
    }

    @AfterEach
    void stop() {
        new HistoryAudit(bench.jdbc()).check();
        bench.close();
    }

    @Test
    void endsOverdueOrdersAndOnlyThem() {
        List<OrderId> ids = bench.place(4);
        OrderId waitsForStock = ids.get(0);
        OrderId waitsForPayment = ids.get(1);
        OrderId inTime = ids.get(2);
        OrderId paidFor = ids.get(3);
        List.of(waitsForPayment, paidFor).forEach(id -> bench.apply(id, new StockReserved()));
        bench.passDeadline(List.of(waitsForStock, waitsForPayment));

        assertThat(bench.sweeper().sweep()).isEqualTo(2);
        assertThat(bench.sweeper().sweep()).isZero();

        assertThat(bench.column(waitsForStock, "reason")).isEqualTo("STOCK_TIMEOUT");
        assertThat(bench.column(waitsForPayment, "reason")).isEqualTo("PAYMENT_TIMEOUT");
        assertThat(bench.column(waitsForPayment, "deadline")).isEqualTo("null");
        assertThat(bench.column(inTime, "status")).isEqualTo("PENDING");
        assertThat(bench.column(paidFor, "status")).isEqualTo("RESERVED");
    }

    @Test
    void givesAReservedOrderTwentyMinutesByTheDatabaseClock() {
        OrderId id = bench.place(1).getFirst();
        bench.apply(id, new StockReserved());

        assertThat(
                        bench.jdbc()
                                .queryForObject(
                                        """
                                        SELECT deadline - clock_timestamp() BETWEEN interval '19 minutes'
                                           AND interval '20 minutes' FROM orders WHERE id = ?
                                        """,
                                        Boolean.class,
                                        id.value()))
                .isTrue();
    }

    @Test
    void endsManyMoreThanOneBatch() {
        List<OrderId> ids = bench.place(1_203);
        bench.passDeadline(ids);

        assertThat(bench.sweeper().sweep()).isEqualTo(1_203);
    }

    @Test
    void passesOverOrdersWithParkedRecordsAndReportsThem() {
        OrderId id = bench.place(1).getFirst();
        bench.passDeadline(List.of(id));
        park(id);

        assertThat(bench.sweeper().sweep()).isZero();
        assertThat(bench.column(id, "status")).isEqualTo("PENDING");
        assertThat(bench.overdue().unended()).isEqualTo(new OverdueOrders.Unended(1, 0));

        bench.jdbc().update("UPDATE parked_record SET status = 'DISCARDED'");
        assertThat(bench.sweeper().sweep()).isEqualTo(1);
        assertThat(bench.overdue().unended()).isEqualTo(new OverdueOrders.Unended(0, 0));
    }

    @Test
    void neverGivesUpACancellationButReportsIt() {
        OrderId id = bench.place(1).getFirst();
        bench.apply(id, new CancellationRequested(null));
        bench.passDeadline(List.of(id));

        assertThat(bench.sweeper().sweep()).isZero();
        assertThat(bench.column(id, "status")).isEqualTo("CANCELLING");
        assertThat(bench.overdue().unended()).isEqualTo(new OverdueOrders.Unended(0, 1));
    }

    @Test
    void doesNotWaitForARowThatSomebodyElseHolds() {
        List<OrderId> ids = bench.place(2);
        bench.passDeadline(ids);

        bench.transactions()
                .executeWithoutResult(held -> {
                    bench.orders().lock(List.of(ids.getFirst()), Set.of());
                    assertThat(Racers.run(List.of(bench.sweeper()::sweep))).containsExactly(1);
                });

        assertThat(bench.column(ids.getFirst(), "status")).isEqualTo("PENDING");
        assertThat(bench.sweeper().sweep()).isEqualTo(1);
    }

    private void park(OrderId id) {
        bench.jdbc()
                .update(
                        """
                        INSERT INTO parked_record (consumer, topic, partition, record_offset, aggregate_id,
                                                   header_names, header_values)
                        VALUES ('test', 'inventory-events', 0, 1, ?, '{}', '{}')
                        """,
                        id.toString());
    }
}
