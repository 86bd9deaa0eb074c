package dev.springtide.inventory.rush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.TestFigures;
import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.application.SettleStockHandler;
import dev.springtide.inventory.application.StockCommand;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.application.StockCommand.SellStock;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Sku;
import dev.springtide.inventory.domain.Stock;
import dev.springtide.inventory.domain.StockDecision.Rejected;
import dev.springtide.inventory.domain.StockDecision.Reserved;
import dev.springtide.inventory.rush.StockAudit.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Five demands for each unit of one SKU, from concurrent consumers, with duplicates, releases,
 * cancellations and roll-backs. In full with {@code -Dspringtide.full=true}.
 */
@InventoryTest
@Import(Shelves.class)
class AllocationIT {

    private static final int DEMANDS = Boolean.getBoolean("springtide.full") ? 50_000 : 5_000;
    private static final int UNITS = DEMANDS / 5;
    private static final long SEED = Long.getLong("springtide.seed", System.nanoTime());
    private static final int WORKERS = 4;
    private static final int WAVE = 100;

    @Autowired SettleStockHandler handler;
    @Autowired Shelves shelves;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired PlatformTransactionManager transactionManager;

    private final Queue<Finding> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger audits = new AtomicInteger();

    @Test
    void sellsExactlyWhatThereIs() throws Exception {
        System.out.printf("AllocationIT: springtide.seed=%d, %d demands%n", SEED, DEMANDS);
        Sku sku = shelves.stocked(UNITS);
        StockAudit audit = new StockAudit(jdbc, transactionManager);
        Workers workers = new Workers(handler, transactions, WAVE);

        long begin = System.nanoTime();
        try (var auditor = Executors.newSingleThreadScheduledExecutor()) {
            var auditing =
                    auditor.scheduleWithFixedDelay(
                            () -> audit(audit, sku), 0, 100, TimeUnit.MILLISECONDS);
            Rush rush = new Rush(SEED, Stream.generate(() -> one(sku)).limit(DEMANDS).toList());
            workers.run(rush, WORKERS);
            auditing.cancel(false);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(
                "AllocationIT: %s in %d ms (%d decisions/s), audited %d times%n",
                workers, took.toMillis(), DEMANDS * 1000L / took.toMillis(), audits.get());

        assertThat(workers.failures()).isEmpty();
        sellTheRest(sku);
        audit(audit, sku);
        report(audit, sku, took.toMillis() / 1000.0);
        assertThat(wrong).isEmpty();
        assertThat(audits).hasPositiveValue();
        assertThat(shelves.stock(sku)).isEqualTo(new Stock(sku, 0, 0, UNITS));
        assertThat(audit.ordersWithWrongAnswers()).isZero();
    }

    private void report(StockAudit audit, Sku sku, double seconds) {
        TestFigures.of(getClass(), SEED)
                .add("demands", DEMANDS)
                .add("units", UNITS)
                .add("units not sold, or sold twice", Math.abs(UNITS - shelves.stock(sku).sold()))
                .add("audits while they compete", audits.get())
                .add("seconds from audit to audit", seconds / audits.get())
                .add("audits that did not add up", wrong.size())
                .add("orders with a wrong answer", audit.ordersWithWrongAnswers())
                .add("decisions per second", DEMANDS / seconds)
                .write();
    }

    /** Late buyers take what releases have given back; the one after them gets nothing. */
    private void sellTheRest(Sku sku) {
        List<ReserveStock> demands =
                Stream.generate(() -> one(sku)).limit(shelves.stock(sku).available()).toList();
        for (ReserveStock demand : demands) {
            assertThat(settle(demand)).isInstanceOf(Reserved.class);
            handler.handle(List.of(new SellStock(demand.orderId(), 2, null)));
        }
        assertThat(settle(one(sku))).isInstanceOf(Rejected.class);
    }

    private Object settle(StockCommand command) {
        return handler.handle(List.of(command)).decisions().getFirst().decision();
    }

    private void audit(StockAudit audit, Sku sku) {
        Finding finding = Objects.requireNonNull(audit.of(Set.of(sku.value())).get(sku.value()));
        if (!finding.addsUpTo(UNITS)) {
            wrong.add(finding);
        }
        audits.incrementAndGet();
    }

    private static ReserveStock one(Sku sku) {
        return new ReserveStock(UUID.randomUUID(), List.of(new Line(sku, 1)), 1, null);
    }
}
