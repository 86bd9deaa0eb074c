package dev.springtide.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.audit.Invariant;
import dev.springtide.id.UuidV7;
import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.application.StockCommand.ReleaseStock;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.application.StockCommand.SellStock;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The invariants of this database hold after every kind of life, and each breach is found. */
@InventoryTest
@Import(Shelves.class)
class InvariantsIT {

    @Autowired SettleStockHandler handler;
    @Autowired Shelves shelves;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired UuidV7 ids;

    @Test
    void holdAfterEveryKindOfLife() {
        Sku sku = shelves.stocked(5);
        UUID reserved = reserved(sku, 1);
        UUID sold = reserved(sku, 1);
        handler.handle(List.of(new SellStock(sold, 3, null)));
        UUID rejected = reserved(sku, 9);
        handler.handle(List.of(new ReserveStock(rejected, lines(sku, 9), 2, null)));
        UUID released = reserved(sku, 1);
        handler.handle(List.of(new ReleaseStock(released, 2, null)));
        handler.handle(List.of(new ReleaseStock(released, 3, null)));
        UUID tombstone = ids.next();
        handler.handle(List.of(new ReleaseStock(tombstone, 2, null)));

        for (Object subject : List.of(sku, reserved, sold, rejected, released, tombstone)) {
            for (String invariant : List.of("events", "products", "stock")) {
                assertThat(breaches(invariant, subject, longAgo())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    stock    | UPDATE stock SET available = available - 1 WHERE sku = :sku
                    stock    | UPDATE stock SET reserved = 0, sold = sold + 2 WHERE sku = :sku
                    stock    | UPDATE reservation SET quantities = ARRAY[3] WHERE order_id = :order
                    products | UPDATE product SET version = version + 1 WHERE sku = :sku
                    events   | DELETE FROM outbox WHERE aggregate_id = :order::text
                    events   | UPDATE reservation SET status = 'RELEASED' WHERE order_id = :order
                    events   | UPDATE reservation SET repeats = repeats + 1 WHERE order_id = :order
                    events   | UPDATE reservation SET version = 0 WHERE order_id = :order
                    events   | DELETE FROM reservation WHERE order_id = :order
                    """)
    void areBreachedBy(String invariant, String sabotage) {
        Sku sku = shelves.stocked(5);
        UUID orderId = reserved(sku, 2);
        transactions.executeWithoutResult(status -> {
            JdbcClient.StatementSpec statement = jdbc.sql(sabotage);
            statement =
                    sabotage.contains(":sku")
                            ? statement.param("sku", sku.value())
                            : statement.param("order", orderId);
            assertThat(statement.update()).isPositive();
            Object subject = invariant.equals("events") ? orderId : sku;
            assertThat(breaches(invariant, subject, longAgo())).hasSize(1);
            status.setRollbackOnly();
        });
    }

    private UUID reserved(Sku sku, int quantity) {
        UUID orderId = ids.next();
        handler.handle(List.of(new ReserveStock(orderId, lines(sku, quantity), 1, null)));
        return orderId;
    }

    private static List<Line> lines(Sku sku, int quantity) {
        return List.of(new Line(sku, quantity));
    }

    /** Of one order or SKU: other tests share the database. */
    private List<Invariant.Breach> breaches(String invariant, Object subject, Instant since) {
        return Invariant.named(invariant)
                .breaches(jdbc, UuidV7.lowest(since), Integer.MAX_VALUE)
                .stream()
                .filter(breach -> breach.subject().equals(subject.toString()))
                .toList();
    }

    private static Instant longAgo() {
        return Instant.now().minus(Duration.ofDays(1));
    }
}
