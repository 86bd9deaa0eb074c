package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.springtide.money.Money;
import dev.springtide.order.adapter.persistence.JdbcLedger;
import dev.springtide.order.application.ledger.LedgerConflictException;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput.PaymentCaptured;
import dev.springtide.order.domain.OrderInput.RefundFailed;
import dev.springtide.order.domain.OrderInput.RefundSucceeded;
import dev.springtide.order.domain.OrderInput.StockReserved;
import dev.springtide.order.domain.Refund;
import dev.springtide.order.domain.RefundRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefundRaceIT {

    private static final Money TOTAL = Money.of("30.00", "EUR");
    private static SagaBench bench;
    private static RefundOrderHandler handler;

    @BeforeAll
    static void start() {
        bench = new SagaBench("refunds");
        handler =
                new RefundOrderHandler(
                        new JdbcLedger(bench.jdbc()),
                        bench.refunds(),
                        bench.saga(),
                        bench.ids(),
                        bench.transactions());
    }

    @AfterAll
    static void stop() {
        new HistoryAudit(bench.jdbc()).check();
        bench.close();
    }

    @Test
    void neverPromisesMoreThanWasCaptured() {
        for (int round = 0; round < 20; round++) {
            OrderId id = confirmed();
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String key = "key-" + i;
                racers.add(() -> refund(id, key, "7.00").isPresent());
            }

            assertThat(Racers.run(racers)).filteredOn(accepted -> accepted).hasSize(4);
            assertThat(promised(id)).isEqualTo(2_800);
        }
    }

    @Test
    void givesOneKeyOneRefundHoweverManyAskAtOnce() {
        for (int round = 0; round < 20; round++) {
            OrderId id = confirmed();
            List<Callable<Optional<UUID>>> racers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                racers.add(() -> refundOrInFlight(id, "same"));
            }
            Set<UUID> answered =
                    Racers.run(racers).stream()
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet());

            assertThat(answered).hasSize(1);
            assertThat(promised(id)).isEqualTo(700);
            assertThat(refund(id, "same", "7.00"))
                    .hasValueSatisfying(again -> {
                        assertThat(again.replayed()).isTrue();
                        assertThat(again.resource().id()).isEqualTo(answered.iterator().next());
                    });
        }
    }

    @Test
    void refusesAKeyThatStandsForAnotherRefund() {
        OrderId id = confirmed();
        refund(id, "once", "7.00");

        assertThatExceptionOfType(KeyReusedException.class)
                .isThrownBy(() -> refund(id, "once", "7.01"));
        assertThatExceptionOfType(KeyReusedException.class)
                .isThrownBy(() -> refund(confirmed(), "once", "7.00", id.toString()));
    }

    @Test
    void leavesTheKeyOfARefusedRefundUnused() {
        OrderId id = confirmed();

        assertThat(refund(id, "greedy", "30.01")).isEmpty();
        assertThat(refund(id, "greedy", "30.00")).isPresent();
    }

    @Test
    void followsTheOutcomesOfRefunds() {
        OrderId id = confirmed();
        UUID first = refund(id, "first", "20.00").orElseThrow().resource().id();
        UUID second = refund(id, "second", "10.00").orElseThrow().resource().id();

        bench.apply(id, new RefundSucceeded(first));
        bench.apply(id, new RefundFailed(second, "card closed"));
        bench.apply(id, new RefundSucceeded(first));

        assertThat(bench.column(id, "payment_status")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(bench.column(id, "refunded_minor")).isEqualTo("2000");
        assertThat(bench.column(id, "version")).isEqualTo("7");
        assertThat(bench.refunds().get(second).failure()).isEqualTo("card closed");
        assertThat(refund(id, "third", "10.00")).isPresent();
        assertThat(refund(id, "fourth", "0.01")).isEmpty();
    }

    private static OrderId confirmed() {
        OrderId id = bench.place(1).getFirst();
        bench.apply(id, new StockReserved());
        bench.apply(id, new PaymentCaptured(TOTAL));
        return id;
    }

    private static Optional<UUID> refundOrInFlight(OrderId id, String key) {
        try {
            return refund(id, key, "7.00").map(answer -> answer.resource().id());
        } catch (RequestInFlightException | LedgerConflictException e) {
            return Optional.empty();
        }
    }

    private static Optional<KeyedAnswer<Refund>> refund(OrderId id, String key, String amount) {
        return refund(id, key, amount, id.toString());
    }

    /** Empty when the order does not allow it. */
    private static Optional<KeyedAnswer<Refund>> refund(
            OrderId id, String key, String amount, String subject) {
        RefundOrder refund =
                new RefundOrder(id, subject, key, Money.of(amount, "EUR"), "damaged", null);
        try {
            return Optional.of(
                    Objects.requireNonNull(
                            bench.transactions().execute(status -> handler.handle(refund))));
        } catch (RefundRefusedException refused) {
            return Optional.empty();
        }
    }

    private static long promised(OrderId id) {
        return Objects.requireNonNull(
                bench.jdbc()
                        .queryForObject(
                                "SELECT coalesce(sum(amount_minor), 0) FROM refund WHERE order_id = ? AND status <> 'FAILED'",
                                Long.class,
                                id.value()));
    }
}
