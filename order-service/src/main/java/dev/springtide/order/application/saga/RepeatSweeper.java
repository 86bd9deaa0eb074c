package dev.springtide.order.application.saga;

import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderInput;
import dev.springtide.order.domain.OrderInput.AnswerOverdue;
import dev.springtide.order.domain.OrderInput.RefundAnswerOverdue;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets orders ask again that have waited too long for an answer. One batch at a time, so that many
 * orders waiting for a service that is down do not flood it when it comes back. Several may run at
 * once; each takes other orders.
 */
public class RepeatSweeper {

    private static final String CAUSE = "waited";

    private final UnansweredOrders unanswered;
    private final OrderSaga saga;
    private final TransactionOperations transactions;
    private final int batch;

    public RepeatSweeper(
            UnansweredOrders unanswered,
            OrderSaga saga,
            TransactionOperations transactions,
            int batch) {
        this.unanswered = unanswered;
        this.saga = saga;
        this.transactions = transactions;
        this.batch = batch;
    }

    /**
     * Asks again for a batch of orders and for a batch of refunds, a transaction each.
     *
     * @return how many have asked again
     */
    public long sweep() {
        return repeated(() ->
                unanswered.claim(batch).stream()
                        .map(id -> new OrderCommand(id, new AnswerOverdue(), CAUSE, null))
                        .toList())
                + repeated(() ->
                        unanswered.claimRefunds(batch).entrySet().stream()
                                .map(due -> {
                                    OrderInput overdue = new RefundAnswerOverdue(due.getValue());
                                    return new OrderCommand(due.getKey(), overdue, CAUSE, null);
                                })
                                .toList());
    }

    private long repeated(Supplier<List<OrderCommand>> claim) {
        return transactions.execute(status -> {
            List<OrderCommand> due = claim.get();
            return due.isEmpty() ? 0L : saga.apply(due).stream().filter(Decision::changed).count();
        });
    }
}
