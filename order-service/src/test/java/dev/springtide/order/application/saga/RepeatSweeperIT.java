package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.contract.order.v1.PaymentRequested;
import dev.springtide.money.Money;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.PaymentCaptured;
import dev.springtide.order.domain.OrderInput.PaymentDeclined;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.OrderInput.RefundSucceeded;
import dev.springtide.order.domain.OrderInput.StockRejected;
import dev.springtide.order.domain.OrderInput.StockReserved;
import dev.springtide.order.domain.PaymentOutcome;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders ask again after 2, 4 and 7 minutes here, then never more. */
class RepeatSweeperIT {

    private static final Money TOTAL = Money.of("30.00", "EUR");
    private static final StockReserved RESERVED = new StockReserved();
    private static final PaymentCaptured CAPTURED = new PaymentCaptured(TOTAL);

    private SagaBench bench;

    @BeforeEach
    void start() {
        bench = new SagaBench("repeats");
    }

    @AfterEach
    void stop() {
        new HistoryAudit(bench.jdbc()).check();
        bench.close();
    }

    @Test
    void asksAgainInEveryStatusThatWaits() {
        OrderId pending = order();
        OrderId reserved = order(RESERVED);
        OrderId cancelling = order(RESERVED, CAPTURED, new CancellationRequested(null));
        OrderId undoing = order(RESERVED, new PaymentDeclined());
        List<OrderId> all = List.of(pending, reserved, cancelling, undoing);
        assertThat(bench.repeater().sweep()).isZero();
        bench.passWait(all);

        assertThat(bench.repeater().sweep()).isEqualTo(4);
        assertThat(bench.repeater().sweep()).isZero();

        assertThat(facts(pending)).endsWith("STOCK_ASKED_AGAIN");
        assertThat(facts(reserved)).endsWith("PAYMENT_ASKED_AGAIN");
        assertThat(facts(cancelling)).endsWith("COMPENSATIONS_ASKED_AGAIN");
        assertThat(facts(undoing)).endsWith("COMPENSATIONS_ASKED_AGAIN");
        assertThat(bench.column(reserved, "status")).isEqualTo("RESERVED");
        assertThat(
                        bench.emittedAfter(0).stream()
                                .filter(sent -> sent.orderId().equals(reserved))
                                .map(SagaBench.Emitted::event)
                                .distinct())
                .hasSize(1)
                .first()
                .isInstanceOf(PaymentRequested.class);
    }

    @Test
    void leavesAloneWhoWaitsForNothing() {
        List<OrderId> ids =
                List.of(
                        order(RESERVED, CAPTURED),
                        order(new StockRejected()),
                        order(
                                RESERVED,
                                new CancellationRequested(null),
                                new OrderInput.StockReleased(),
                                new OrderInput.PaymentClosed(
                                        PaymentOutcome.NEVER_CHARGED, Money.of("0.00", "EUR"))));
        bench.passWait(ids);

        assertThat(ids).extracting(id -> bench.column(id, "repeat_at")).containsOnly("null");
        assertThat(bench.repeater().sweep()).isZero();
    }

    @Test
    void waitsLongerEachTimeAndAsksOnlySoOften() {
        OrderId id = order(RESERVED);
        assertThat(secondsLeft(id)).isBetween(100L, 120L);

        for (long minutes : List.of(4, 7)) {
            bench.passWait(List.of(id));
            assertThat(bench.repeater().sweep()).isEqualTo(1);
            assertThat(secondsLeft(id)).isBetween(minutes * 60 - 20, minutes * 60);
        }
        bench.passWait(List.of(id));
        assertThat(bench.repeater().sweep()).isEqualTo(1);
        assertThat(bench.column(id, "repeat_at")).isEqualTo("null");
        assertThat(bench.column(id, "repeats")).isEqualTo("3");

        bench.apply(id, new CancellationRequested(null));
        assertThat(secondsLeft(id)).isBetween(100L, 120L);
        assertThat(bench.column(id, "repeats")).isEqualTo("0");
    }

    @Test
    void passesOverOrdersWithParkedRecords() {
        OrderId id = order(RESERVED);
        bench.passWait(List.of(id));
        bench.jdbc()
                .update(
                        """
                        INSERT INTO parked_record (consumer, topic, partition, record_offset, aggregate_id,
                                                   header_names, header_values)
                        VALUES ('test', 'payment-events', 0, 1, ?, '{}', '{}')
                        """,
                        id.toString());

        assertThat(bench.repeater().sweep()).isZero();

        bench.jdbc().update("UPDATE parked_record SET status = 'DISCARDED'");
        assertThat(bench.repeater().sweep()).isEqualTo(1);
    }

    @Test
    void asksOnceHoweverManySweepAtOnceAndWhateverComesMeanwhile() {
        List<OrderId> ids = bench.place(300);
        ids.forEach(id -> bench.apply(id, RESERVED));
        bench.passWait(ids);

        Callable<Long> sweep = bench.repeater()::sweep;
        Callable<Long> late =
                () -> {
                    ids.forEach(id -> bench.apply(id, CAPTURED));
                    return 0L;
                };
        long asked =
                Racers.run(List.of(sweep, late, sweep, sweep)).stream().mapToLong(n -> n).sum();

        assertThat(count("PAYMENT_ASKED_AGAIN")).isEqualTo(asked);
        assertThat(count("PAYMENT_CAPTURED")).isEqualTo(300);
        assertThat(ids).extracting(id -> bench.column(id, "status")).containsOnly("CONFIRMED");
        ids.forEach(id -> assertThat(bench.apply(id, CAPTURED).changed()).isFalse());
    }

    @Test
    void asksForARefundAgainUntilItIsDecided() {
        UUID refund = UUID.randomUUID();
        OrderId id = order(RESERVED, CAPTURED, new RefundRequested(refund, TOTAL, "broken"));
        assertThat(bench.repeater().sweep()).isZero();
        bench.passWait(List.of(id));

        assertThat(bench.repeater().sweep()).isEqualTo(1);
        assertThat(bench.repeater().sweep()).isZero();
        assertThat(facts(id)).endsWith("REFUND_ASKED_AGAIN");

        bench.passWait(List.of(id));
        bench.apply(id, new RefundSucceeded(refund));
        assertThat(bench.repeater().sweep()).isZero();
        assertThat(bench.column(id, "refunded_minor")).isEqualTo("3000");
    }

    private OrderId order(OrderInput... inputs) {
        OrderId id = bench.place(1).getFirst();
        List.of(inputs).forEach(input -> bench.apply(id, input));
        return id;
    }

    private List<String> facts(OrderId id) {
        return bench
                .jdbc()
                .queryForList(
                        "SELECT trigger FROM order_timeline WHERE order_id = ? ORDER BY version",
                        String.class,
                        id.value())
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private long count(String fact) {
        return bench.jdbc()
                .queryForList("SELECT 1 FROM order_timeline WHERE trigger = ?", fact)
                .size();
    }

    private long secondsLeft(OrderId id) {
        return Objects.requireNonNull(
                bench.jdbc()
                        .queryForObject(
                                "SELECT extract(epoch FROM repeat_at - clock_timestamp())::bigint FROM orders WHERE id = ?",
                                Long.class,
                                id.value()));
    }
}
