package dev.springtide.inventory.application;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the service commands one by one or at once, and reads what it announced. */
@TestComponent
class Commands {

    private final SettleStockHandler handler;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Commands(SettleStockHandler handler, JdbcClient jdbc, TransactionTemplate transactions) {
        this.handler = handler;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    WaveOutcome settle(StockCommand command) {
        return handler.handle(List.of(command));
    }

    /** What happens to a command whose transaction waits for another one to commit. */
    Throwable raced(StockCommand faster, StockCommand slower) {
        CompletableFuture<WaveOutcome> outcome =
                transactions.execute(_ -> {
                    settle(faster);
                    var waiting = CompletableFuture.supplyAsync(() -> settle(slower));
                    Awaitility.await().until(() -> waiting.isDone() || waiters() > 0);
                    return waiting;
                });
        return outcome.handle((_, e) -> e instanceof CompletionException c ? c.getCause() : e)
                .join();
    }

    /** The types of the events of an order, without their package and version. */
    List<String> eventsOf(UUID order) {
        return jdbc.sql(
                        """
                        SELECT replace(replace(type, 'dev.springtide.inventory.', ''), '.v1', '')
                          FROM outbox WHERE aggregate_id = ? ORDER BY seq
                        """)
                .param(order.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long waiters() {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM pg_stat_activity
                         WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """)
                .query(Long.class)
                .single();
    }
}
