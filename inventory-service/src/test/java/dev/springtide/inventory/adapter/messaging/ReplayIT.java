package dev.springtide.inventory.adapter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.contract.order.v1.OrderEvent;
import dev.springtide.contract.order.v1.OrderPaid;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.embedded.TestFigures;
import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole topic again, three times, shuffled and with duplicates, changes nothing. In full with
 * {@code -Dspringtide.full=true}.
 */
@InventoryTest
@Import(Shelves.class)
class ReplayIT {

    private static final int ORDERS = Boolean.getBoolean("springtide.full") ? 20_000 : 1_000;
    private static final int ROUNDS = 3;
    private static final long SEED = Long.getLong("springtide.seed", System.nanoTime());

    @Autowired Shelves shelves;
    @Autowired JdbcClient jdbc;

    @Test
    void changesNothingWhenEverythingComesAgain() {
        System.out.printf("ReplayIT: springtide.seed=%d, %d orders%n", SEED, ORDERS);
        Random random = new Random(SEED);
        List<Sku> skus = Stream.generate(() -> shelves.stocked(ORDERS / 3)).limit(5).toList();
        List<OrderEvent> events = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            events.addAll(life(skus, random));
        }
        try (OrderTopic topic = new OrderTopic()) {
            topic.publish(created(events));
            topic.awaitConsumed();
            topic.publish(events.stream().filter(e -> !(e instanceof OrderCreated)).toList());
            topic.awaitConsumed();
            String before = state();
            assertThat(statuses()).contains("RELEASED", "SOLD", "REJECTED", "RESERVED");

            int changes = 0;
            for (int round = 0; round < ROUNDS; round++) {
                List<OrderEvent> again = new ArrayList<>(events);
                again.addAll(events.stream().filter(_ -> random.nextInt(10) == 0).toList());
                Collections.shuffle(again, random);
                topic.publish(again);
                topic.awaitConsumed();
                changes += state().equals(before) ? 0 : 1;
            }
            TestFigures.of(getClass(), SEED)
                    .add("orders", ORDERS)
                    .add("events", events.size())
                    .add("replays", ROUNDS)
                    .add("replays that changed stock or events", changes)
                    .write();
            assertThat(state()).isEqualTo(before);
            assertThat(changes).isZero();
        }
    }

    private static List<OrderEvent> created(List<OrderEvent> events) {
        return events.stream().filter(OrderCreated.class::isInstance).toList();
    }

    /** What order-service may say of an order, in its order. */
    private static List<OrderEvent> life(List<Sku> skus, Random random) {
        UUID id = UUID.randomUUID();
        List<OrderEvent> life = new ArrayList<>();
        life.add(
                new OrderCreated(
                        id,
                        "alice",
                        List.of(
                                new OrderCreated.Line(
                                        skus.get(random.nextInt(skus.size())).value(),
                                        1 + random.nextInt(3))),
                        Money.of("12.50", "EUR")));
        int fate = random.nextInt(4);
        if (fate == 1 || fate == 2) {
            life.add(new OrderPaid(id));
        }
        if (fate == 2 || fate == 3) {
            life.add(new StockReleaseRequested(id, "CANCELLED"));
        }
        return life;
    }

    private List<String> statuses() {
        return jdbc.sql("SELECT DISTINCT status FROM reservation")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Every row that events may change, and how many events were answered. */
    private String state() {
        return jdbc.sql(
                        """
                        SELECT md5(string_agg(row, ',' ORDER BY row))
                          FROM (SELECT stock::text AS row FROM stock
                                UNION ALL
                                SELECT reservation::text FROM reservation
                                UNION ALL
                                SELECT count(*)::text FROM outbox WHERE topic = 'inventory-events') r
                        """)
                .query((row, _) -> row.getString(1))
                .single();
    }
}
