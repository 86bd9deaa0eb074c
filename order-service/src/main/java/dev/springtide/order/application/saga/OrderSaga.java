package dev.springtide.order.application.saga;

import dev.springtide.order.application.OrderChanges;
import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderDecisions;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way by which placed orders change: facts of the other services, deadlines, cancellations,
 * refunds and shipments all come through here, in batches.
 *
 * <p>Rows are locked in id order, decisions are pure and made on what the lock shows, and the new
 * state, its history and the events it causes are one transaction. A command that was carried out
 * before changes nothing and sends nothing.
 */
public class OrderSaga {

    private final SagaOrders orders;
    private final OutboundEvents events;
    private final OrderChanges changes;
    private final SagaObserver observer;
    private final TransactionOperations transactions;

    /**
     * A saga on the connections of its parts.
     *
     * @param transactions on the same connections as {@code orders} and {@code events}
     */
    public OrderSaga(
            SagaOrders orders,
            OutboundEvents events,
            OrderChanges changes,
            SagaObserver observer,
            TransactionOperations transactions) {
        this.orders = orders;
        this.events = events;
        this.changes = changes;
        this.observer = observer;
        this.transactions = transactions;
    }

    /**
     * Carries out a batch, all of it or, when it throws, nothing; in the caller's transaction if
     * there is one.
     *
     * @param commands one for an order at most
     * @return the decisions, in the order of the commands
     * @throws UnknownOrderException when an order does not exist
     * @throws dev.springtide.order.domain.IllegalOrderTransitionException when a command must never
     *     meet the status of its order
     */
    public List<Decision> apply(List<OrderCommand> commands) {
        return transactions.execute(status -> applied(commands));
    }

    private List<Decision> applied(List<OrderCommand> commands) {
        List<SagaStep> steps = decide(commands);
        List<SagaStep> changed = steps.stream().filter(s -> s.decision().changed()).toList();
        if (!changed.isEmpty()) {
            orders.save(changed);
            events.append(changed);
        }
        afterCommit(steps, changed);
        return steps.stream().map(SagaStep::decision).toList();
    }

    private List<SagaStep> decide(List<OrderCommand> commands) {
        List<OrderId> ids = commands.stream().map(OrderCommand::orderId).distinct().toList();
        if (ids.size() != commands.size()) {
            throw new IllegalArgumentException("a batch takes one command for an order at most");
        }
        Set<OrderPart> parts =
                commands.stream()
                        .flatMap(command -> command.input().needs().stream())
                        .collect(Collectors.toSet());
        Map<OrderId, LockedOrder> locked = orders.lock(ids, parts);
        List<SagaStep> steps = new ArrayList<>(commands.size());
        for (OrderCommand command : commands) {
            LockedOrder order = locked.get(command.orderId());
            if (order == null) {
                throw new UnknownOrderException(command.orderId());
            }
            Decision decision = OrderDecisions.decide(order.state(), command.input());
            steps.add(new SagaStep(order, command, decision));
        }
        return steps;
    }

    private void afterCommit(List<SagaStep> steps, List<SagaStep> changed) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        observer.committed(steps);
                        if (!changed.isEmpty()) {
                            changes.changed(changed.stream().map(SagaStep::orderId).toList());
                        }
                    }
                });
    }
}
