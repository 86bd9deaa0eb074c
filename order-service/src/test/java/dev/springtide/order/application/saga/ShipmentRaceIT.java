package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.springtide.contract.order.v1.OrderCompleted;
import dev.springtide.contract.order.v1.OrderShipped;
import dev.springtide.money.Money;
import dev.springtide.order.adapter.persistence.JdbcLedger;
import dev.springtide.order.application.ledger.LedgerConflictException;
import dev.springtide.order.domain.IllegalOrderTransitionException;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.PaymentCaptured;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.OrderInput.StockReserved;
import dev.springtide.order.domain.Shipment;
import dev.springtide.order.domain.ShipmentRefusedException;
import dev.springtide.order.domain.ShippedLine;
import dev.springtide.order.domain.Sku;
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

class ShipmentRaceIT {

    private static final Money TOTAL = Money.of("30.00", "EUR");
    private static final List<ShippedLine> ONE_TEA = List.of(new ShippedLine(new Sku("TEA"), 1));
    private static final int ROUNDS = 20;
    private static SagaBench bench;
    private static ShipOrderHandler handler;

    @BeforeAll
    static void start() {
        bench = new SagaBench("shipments");
        handler =
                new ShipOrderHandler(
                        new JdbcLedger(bench.jdbc()),
                        bench.shipments(),
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
    void neverShipsMoreThanWasOrdered() {
        for (int round = 0; round < ROUNDS; round++) {
            OrderId id = confirmed();
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String key = "key-" + i;
                racers.add(() -> ship(id, key, ONE_TEA).isPresent());
            }

            assertThat(Racers.run(racers)).filteredOn(accepted -> accepted).hasSize(2);
            assertThat(bench.column(id, "fulfillment_status")).isEqualTo("PARTIALLY_FULFILLED");
        }
    }

    @Test
    void completesOnceWhenEverybodyShipsTheRest() {
        for (int round = 0; round < ROUNDS; round++) {
            OrderId id = confirmed();
            long seq = lastSeq();
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String rest = "rest-" + i;
                String part = "part-" + i;
                racers.add(() -> ship(id, rest, List.of()).isPresent());
                racers.add(() -> ship(id, part, ONE_TEA).isPresent());
            }
            List<Boolean> accepted = Racers.run(racers);

            assertThat(bench.column(id, "status")).isEqualTo("COMPLETED");
            assertThat(bench.emittedAfter(seq))
                    .filteredOn(sent -> sent.event() instanceof OrderCompleted)
                    .hasSize(1);
            assertThat(bench.emittedAfter(seq))
                    .filteredOn(sent -> sent.event() instanceof OrderShipped)
                    .hasSameSizeAs(accepted.stream().filter(yes -> yes).toList());
        }
    }

    @Test
    void letsExactlyOneOfShipmentAndCancellationWin() {
        for (int round = 0; round < 2 * ROUNDS; round++) {
            OrderId id = confirmed();
            List<Boolean> won =
                    Racers.run(
                            List.of(() -> ship(id, "ship", ONE_TEA).isPresent(), () -> cancel(id)));

            assertThat(won).containsOnlyOnce(true);
            assertThat(bench.column(id, "status"))
                    .isEqualTo(won.getFirst() ? "CONFIRMED" : "CANCELLING");
        }
    }

    @Test
    void takesARefundAtTheSameMoment() {
        for (int round = 0; round < ROUNDS; round++) {
            OrderId id = confirmed();
            RefundRequested refund = new RefundRequested(UUID.randomUUID(), TOTAL, "late");
            List<Boolean> won =
                    Racers.run(
                            List.of(
                                    () -> ship(id, "all", List.of()).isPresent(),
                                    () -> bench.apply(id, refund).changed()));

            assertThat(won).containsExactly(true, true);
            assertThat(bench.column(id, "version")).isEqualTo("5");
            assertThat(bench.column(id, "status")).isEqualTo("COMPLETED");
        }
    }

    @Test
    void givesOneKeyOneShipmentHoweverManyAskAtOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            OrderId id = confirmed();
            List<Callable<Optional<UUID>>> racers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                racers.add(() -> shipOrInFlight(id));
            }
            Set<UUID> answered =
                    Racers.run(racers).stream()
                            .flatMap(Optional::stream)
                            .collect(Collectors.toSet());

            assertThat(answered).hasSize(1);
            assertThat(ship(id, "same", ONE_TEA))
                    .hasValueSatisfying(again -> {
                        assertThat(again.replayed()).isTrue();
                        assertThat(again.resource().id()).isEqualTo(answered.iterator().next());
                        assertThat(again.resource().lines()).isEqualTo(ONE_TEA);
                    });
            assertThat(bench.column(id, "version")).isEqualTo("4");
        }
    }

    @Test
    void refusesAKeyThatStandsForAnotherShipment() {
        OrderId id = confirmed();
        ship(id, "once", ONE_TEA);

        assertThatExceptionOfType(KeyReusedException.class)
                .isThrownBy(() -> ship(id, "once", List.of()));
    }

    @Test
    void leavesTheKeyOfARefusedShipmentUnused() {
        OrderId id = confirmed();

        assertThat(ship(id, "greedy", List.of(new ShippedLine(new Sku("TEA"), 3)))).isEmpty();
        assertThat(ship(id, "greedy", ONE_TEA)).isPresent();
    }

    private static OrderId confirmed() {
        OrderId id = bench.place(1).getFirst();
        bench.apply(id, new StockReserved());
        bench.apply(id, new PaymentCaptured(TOTAL));
        return id;
    }

    private static boolean cancel(OrderId id) {
        try {
            return bench.apply(id, new CancellationRequested(null)).moved();
        } catch (IllegalOrderTransitionException tooLate) {
            return false;
        }
    }

    private static Optional<UUID> shipOrInFlight(OrderId id) {
        try {
            return ship(id, "same", ONE_TEA).map(answer -> answer.resource().id());
        } catch (RequestInFlightException | LedgerConflictException e) {
            return Optional.empty();
        }
    }

    /** Empty when the order does not allow it. */
    private static Optional<KeyedAnswer<Shipment>> ship(
            OrderId id, String key, List<ShippedLine> lines) {
        ShipOrder ship = new ShipOrder(id, id.toString(), key, "Tide Post", "TP-1", lines, null);
        try {
            return Optional.of(
                    Objects.requireNonNull(
                            bench.transactions().execute(status -> handler.handle(ship))));
        } catch (ShipmentRefusedException refused) {
            return Optional.empty();
        }
    }

    private static long lastSeq() {
        return Objects.requireNonNull(
                bench.jdbc()
                        .queryForObject("SELECT coalesce(max(seq), 0) FROM outbox", Long.class));
    }
}
