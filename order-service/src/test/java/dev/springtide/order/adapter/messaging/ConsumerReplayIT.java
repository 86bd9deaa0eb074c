package dev.springtide.order.adapter.messaging;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.contract.DomainEvent;
import dev.springtide.contract.Topics;
import dev.springtide.contract.inventory.v1.StockRejected;
import dev.springtide.contract.inventory.v1.StockReleased;
import dev.springtide.contract.inventory.v1.StockReserved;
import dev.springtide.contract.payment.v1.PaymentCaptured;
import dev.springtide.contract.payment.v1.PaymentClosed;
import dev.springtide.contract.payment.v1.PaymentDeclined;
import dev.springtide.contract.payment.v1.PaymentInDoubt;
import dev.springtide.contract.payment.v1.RefundFailed;
import dev.springtide.contract.payment.v1.RefundSucceeded;
import dev.springtide.embedded.TestFigures;
import dev.springtide.money.Money;
import dev.springtide.order.application.saga.OrderCommand;
import dev.springtide.order.application.saga.OrderSaga;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Replaying every topic three times, shuffled and duplicated, changes and sends nothing. In full
 * with {@code -Dspringtide.full=true}.
 */
class ConsumerReplayIT {

    private static final long SEED = Long.getLong("springtide.seed", 20_261_121L);
    private static final Money TOTAL = Money.of("12.50", "EUR");
    private static final Money NOTHING = Money.of("0.00", "EUR");
    private static final int ORDERS_PER_FATE = Boolean.getBoolean("springtide.full") ? 500 : 15;
    private static final int ROUNDS = 3;

    @AutoClose
    private static final RunningOrderService SERVICE =
            RunningOrderService.withBoard("consumer_replay");

    private static final TestDatabase TABLES = SERVICE.tables();
    private final List<ConsumerRecord<String, byte[]>> history = new ArrayList<>();
    private final Map<String, List<UUID>> orders = new HashMap<>();

    @Test
    void changesNothingWhenEverythingIsReplayedThreeTimes() {
        live();
        String state = stateHash();
        long events = TABLES.count("SELECT count(*) FROM outbox");
        Random random = new Random(SEED);

        for (int time = 0; time < ROUNDS; time++) {
            List<ConsumerRecord<String, byte[]>> again = new ArrayList<>(history);
            again.addAll(history.subList(0, history.size() / 2));
            Collections.shuffle(again, random);
            deliver(again);
        }

        long sent = TABLES.count("SELECT count(*) FROM outbox") - events;
        TestFigures.of(getClass(), SEED)
                .add("orders of eight fates", 8L * ORDERS_PER_FATE)
                .add("events", history.size())
                .add("replays", ROUNDS)
                .add("orders, refunds or timelines changed", stateHash().equals(state) ? 0 : 1)
                .add("events and charges asked for again", sent)
                .write();
        assertThat(stateHash()).isEqualTo(state);
        assertThat(sent).isZero();
        assertThat(TABLES.count("SELECT count(*) FROM parked_record")).isZero();
        assertThat(TABLES.count("SELECT count(DISTINCT status) FROM orders")).isEqualTo(3);
        everyDerivedEventBelongsToTheTraceOfItsCause();
    }

    /** A whole life for orders of every fate. */
    private void live() {
        List.of("paid", "doubted", "cancelled", "refunded", "refused").forEach(this::place);
        List.of("declined", "missing", "early").forEach(this::place);
        ask("early", id -> new OrderInput.CancellationRequested(null));
        tell("missing", id -> new StockRejected(id, List.of("BOARD")));
        for (String fate : List.of("paid", "doubted", "cancelled", "refunded", "refused")) {
            tell(fate, StockReserved::new);
        }
        tell("declined", StockReserved::new);
        tell("early", StockReserved::new);
        tell("doubted", id -> new PaymentInDoubt(id, id));
        for (String fate : List.of("paid", "doubted", "cancelled", "refunded", "refused")) {
            tell(fate, id -> new PaymentCaptured(id, id, TOTAL));
        }
        tell("declined", id -> new PaymentDeclined(id, id, "do_not_honor"));
        ask("cancelled", id -> new OrderInput.CancellationRequested("too late"));
        ask("refunded", id -> new OrderInput.RefundRequested(id, TOTAL, "damaged"));
        ask("refused", id -> new OrderInput.RefundRequested(id, TOTAL, "damaged"));
        tell("refunded", id -> new RefundSucceeded(id, id, TOTAL));
        tell("refused", id -> new RefundFailed(id, id, "card closed"));
        List.of("cancelled", "declined", "early").forEach(fate -> tell(fate, StockReleased::new));
        tell("cancelled", id -> new PaymentClosed(id, "VOIDED", TOTAL));
        tell("declined", id -> new PaymentClosed(id, "NEVER_CHARGED", NOTHING));
        tell("early", id -> new PaymentClosed(id, "NEVER_CHARGED", NOTHING));
    }

    private interface FromOrder<T> {
        T of(UUID orderId);
    }

    private void place(String fate) {
        OrderClient alice = SERVICE.customer("alice");
        for (int i = 0; i < ORDERS_PER_FATE; i++) {
            UUID id = UUID.fromString(alice.placed(fate + i, body("BOARD", 1)));
            orders.computeIfAbsent(fate, name -> new ArrayList<>()).add(id);
        }
    }

    private void tell(String fate, FromOrder<DomainEvent> event) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (UUID id : orders.getOrDefault(fate, List.of())) {
            records.add(Records.of(event.of(id), trace(id)));
        }
        history.addAll(records);
        deliver(records);
    }

    private void ask(String fate, FromOrder<OrderInput> input) {
        SERVICE.bean(OrderSaga.class)
                .apply(
                        orders.getOrDefault(fate, List.of()).stream()
                                .map(id ->
                                        new OrderCommand(
                                                new OrderId(id), input.of(id), "test", null))
                                .toList());
    }

    private static void deliver(List<ConsumerRecord<String, byte[]>> records) {
        for (int from = 0; from < records.size(); from += 100) {
            List<ConsumerRecord<String, byte[]>> poll =
                    records.subList(from, Math.min(records.size(), from + 100));
            SERVICE.bean(InventoryEventListener.class).onEvents(of(Topics.INVENTORY_EVENTS, poll));
            SERVICE.bean(PaymentEventListener.class).onEvents(of(Topics.PAYMENT_EVENTS, poll));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> of(
            String topic, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    private static void everyDerivedEventBelongsToTheTraceOfItsCause() {
        assertThat(
                        TABLES.count(
                                """
                                SELECT count(*) FROM outbox b
                                  JOIN order_timeline t
                                    ON t.order_id = b.aggregate_id::uuid AND t.version = b.aggregate_version
                                 WHERE t.cause LIKE '%-%-%-%-%'
                                   AND split_part(b.traceparent, '-', 2) IS DISTINCT FROM
                                       '4bf92f3577b34da6a3ce929d0e0e4736'
                                """))
                .isZero();
    }

    private static String stateHash() {
        return String.valueOf(
                TABLES.jdbc()
                        .queryForObject(
                                """
                                SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
                                    SELECT 'o' || o::text AS line FROM orders o
                                    UNION ALL SELECT 't' || t::text FROM order_timeline t
                                    UNION ALL SELECT 'r' || r::text FROM refund r) AS state
                                """,
                                String.class));
    }

    private static String trace(UUID id) {
        return "00-4bf92f3577b34da6a3ce929d0e0e4736-%016x-01"
                .formatted(id.getLeastSignificantBits());
    }
}
