package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.audit.Invariant;
import dev.springtide.id.UuidV7;
import dev.springtide.money.Money;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.order.domain.OrderInput.CancellationRequested;
import dev.springtide.order.domain.OrderInput.PaymentCaptured;
import dev.springtide.order.domain.OrderInput.PaymentClosed;
import dev.springtide.order.domain.OrderInput.PaymentDeclined;
import dev.springtide.order.domain.OrderInput.RefundRequested;
import dev.springtide.order.domain.OrderInput.RefundSucceeded;
import dev.springtide.order.domain.OrderInput.ShipmentRequested;
import dev.springtide.order.domain.OrderInput.StockReleased;
import dev.springtide.order.domain.OrderInput.StockReserved;
import dev.springtide.order.domain.PaymentOutcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invariants of this database hold after every kind of life, and each breach is found. */
class InvariantsIT {

    private static final Money TOTAL = Money.of("30.00", "EUR");
    private static SagaBench bench;

    @BeforeAll
    static void live() {
        bench = new SagaBench("invariants");
        UUID refund = UUID.randomUUID();
        order();
        order(new StockReserved(), new PaymentDeclined(), new StockReleased());
        order(new OrderInput.StockRejected());
        order(
                new StockReserved(),
                new PaymentCaptured(TOTAL),
                new RefundRequested(refund, Money.of("1.00", "EUR"), "broken"),
                new RefundSucceeded(refund),
                new ShipmentRequested(bench.ids().next(), "Tide Post", "TP-1", List.of()));
        order(
                new StockReserved(),
                new PaymentCaptured(TOTAL),
                new CancellationRequested(null),
                new StockReleased(),
                new PaymentClosed(PaymentOutcome.VOIDED, TOTAL));
        OrderId waiting = order(new StockReserved());
        bench.passWait(List.of(waiting, order(), order(new CancellationRequested(null))));
        assertThat(bench.repeater().sweep()).isEqualTo(3);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "refunds", "shipments", "timeline", "totals"})
    void holdAfterEveryKindOfLife(String invariant) {
        assertThat(breaches(invariant, longAgo())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    timeline  | DELETE FROM order_timeline WHERE to_status = 'RESERVED'
                    timeline  | UPDATE orders SET version = version + 1
                    timeline  | UPDATE orders SET status = 'CONFIRMED' WHERE status = 'RESERVED'
                    totals    | UPDATE orders SET captured_minor = 1
                    totals    | UPDATE orders SET refunded_minor = 0 WHERE status = 'CANCELLED'
                    totals    | UPDATE orders SET refunded_minor = 0 WHERE status = 'COMPLETED'
                    totals    | DELETE FROM order_line WHERE line_no = 2
                    events    | DELETE FROM outbox WHERE type LIKE '%.paid.v1'
                    events    | INSERT INTO outbox (id, topic, type, aggregate_id, aggregate_version, payload) SELECT gen_random_uuid(), topic, type, aggregate_id, aggregate_version, payload FROM outbox WHERE type LIKE '%.cancelled.v1'
                    events    | DELETE FROM order_timeline WHERE trigger = 'PAYMENT_ASKED_AGAIN'
                    refunds   | DELETE FROM outbox WHERE type LIKE '%.refund-requested.v1'
                    shipments | DELETE FROM shipment
                    """)
    void areBreachedBy(String invariant, String sabotage) {
        bench.transactions()
                .executeWithoutResult(status -> {
                    assertThat(bench.jdbc().update(sabotage)).isPositive();
                    assertThat(breaches(invariant, longAgo())).isNotEmpty();
                    assertThat(breaches(invariant, Instant.now().plusSeconds(60))).isEmpty();
                    status.setRollbackOnly();
                });
    }

    @Test
    void areAllOnesThatTheAuditKnows() throws IOException {
        assertThat(new ClassPathResource("audit").getFile().list())
                .containsExactlyInAnyOrder(
                        "events.sql", "refunds.sql", "shipments.sql", "timeline.sql", "totals.sql");
    }

    private static List<Invariant.Breach> breaches(String invariant, Instant since) {
        return Invariant.named(invariant)
                .breaches(JdbcClient.create(bench.jdbc()), UuidV7.lowest(since), Integer.MAX_VALUE);
    }

    /** As intake leaves it, and what happened to it since. */
    private static OrderId order(OrderInput... inputs) {
        OrderId id = bench.place(1).getFirst();
        bench.jdbc()
                .update(
                        """
                        INSERT INTO outbox (id, topic, type, aggregate_id, aggregate_version, payload)
                        VALUES (gen_random_uuid(), 'order-events', 'dev.springtide.order.created.v1', ?, 1, '')
                        """,
                        id.toString());
        for (OrderInput input : inputs) {
            bench.apply(id, input);
        }
        return id;
    }

    private static Instant longAgo() {
        return Instant.now().minus(Duration.ofDays(1));
    }
}
