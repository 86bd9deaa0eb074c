package dev.springtide.inventory.rush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.TestFigures;
import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.application.SettleStockHandler;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.rush.StockAudit.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders of four random SKUs each, from several consumers at once, while operators adjust the same
 * SKUs. In full with {@code -Dspringtide.full=true}.
 */
@InventoryTest
@Import(Shelves.class)
class DeadlockIT {

    private static final int ORDERS = Boolean.getBoolean("springtide.full") ? 50_000 : 3_000;
    private static final long SEED = Long.getLong("springtide.seed", System.nanoTime());
    private static final int WORKERS = 6;
    private static final int WAVE = 20;
    private static final int SKUS = 40;
    private static final int LINES = 4;
    private static final long UNITS = 2L * ORDERS;

    @Autowired SettleStockHandler handler;
    @Autowired Shelves shelves;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired PlatformTransactionManager transactionManager;

    @Test
    void locksInAnOrderThatNeverDeadlocks() throws Exception {
        System.out.printf("DeadlockIT: springtide.seed=%d, %d orders%n", SEED, ORDERS);
        Random random = new Random(SEED);
        List<Sku> skus = Stream.generate(() -> shelves.stocked(UNITS)).limit(SKUS).toList();
        List<ReserveStock> demands =
                Stream.generate(() -> order(skus, random)).limit(ORDERS).toList();
        Workers workers = new Workers(handler, transactions, WAVE);
        long before = deadlocks();

        try (var operator = Executors.newSingleThreadScheduledExecutor()) {
            var adjusting =
                    operator.scheduleWithFixedDelay(
                            () -> {
                                Sku sku = skus.get(random.nextInt(SKUS));
                                shelves.restock(sku, 1);
                                shelves.restock(sku, -1);
                            },
                            0,
                            5,
                            TimeUnit.MILLISECONDS);
            workers.run(new Rush(SEED, demands), WORKERS);
            adjusting.cancel(false);
        }

        System.out.printf("DeadlockIT: %s%n", workers);
        TestFigures.of(getClass(), SEED)
                .add("orders of four SKUs", ORDERS)
                .add("consumers", WORKERS)
                .add("deadlocks the database counted", deadlocks() - before)
                .add("waves that met one", workers.deadlocked())
                .write();
        assertThat(workers.failures()).isEmpty();
        assertThat(workers.deadlocked()).isZero();
        assertThat(deadlocks()).isEqualTo(before);
        assertThat(
                        new StockAudit(jdbc, transactionManager)
                                .of(skus.stream().map(Sku::value).collect(Collectors.toSet()))
                                .values())
                .hasSize(SKUS)
                .allMatch((Finding finding) -> finding.addsUpTo(UNITS));
    }

    /** The database's own counter. */
    private long deadlocks() {
        return jdbc.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
    }

    private static ReserveStock order(List<Sku> skus, Random random) {
        List<Sku> shuffled = new ArrayList<>(skus);
        Collections.shuffle(shuffled, random);
        return new ReserveStock(
                UUID.randomUUID(),
                shuffled.stream()
                        .limit(LINES)
                        .map(sku -> new Line(sku, 1 + random.nextInt(3)))
                        .toList(),
                1,
                null);
    }
}
