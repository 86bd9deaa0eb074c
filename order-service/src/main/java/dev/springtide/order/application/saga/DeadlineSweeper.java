package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderInput.DeadlinePassed;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Ends the orders whose deadline has passed. Several may run at once; each takes other orders. */
public class DeadlineSweeper {

    private static final String CAUSE = "deadline";

    private final OverdueOrders overdue;
    private final OrderSaga saga;
    private final TransactionOperations transactions;
    private final int batch;

    public DeadlineSweeper(
            OverdueOrders overdue, OrderSaga saga, TransactionOperations transactions, int batch) {
        this.overdue = overdue;
        this.saga = saga;
        this.transactions = transactions;
        this.batch = batch;
    }

    /**
     * Sweeps batch by batch, a transaction each, until none is left.
     *
     * @return how many orders it ended
     */
    public int sweep() {
        int ended = 0;
        int swept;
        do {
            swept = transactions.execute(status -> sweepBatch());
            ended += swept;
        } while (swept == batch);
        return ended;
    }

    private int sweepBatch() {
        List<OrderId> ids = overdue.claim(batch);
        if (!ids.isEmpty()) {
            saga.apply(ids.stream().map(DeadlineSweeper::command).toList());
        }
        return ids.size();
    }

    private static OrderCommand command(OrderId id) {
        return new OrderCommand(id, new DeadlinePassed(), CAUSE, null);
    }
}
