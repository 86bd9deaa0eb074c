package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderPart;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The orders as the saga sees them: rows to lock, decide about and change. */
public interface SagaOrders {

    /**
     * Locks the rows in id order, so that two batches never wait for each other in a circle, and
     * reads them as they stand under the lock, with these parts. Unknown ids are missing from the
     * answer.
     */
    Map<OrderId, LockedOrder> lock(Collection<OrderId> ids, Set<OrderPart> parts);

    /**
     * Writes what was decided: orders, refunds, shipments and one row of history for each step,
     * set-based.
     *
     * @param steps each with a changed decision, one for an order at most
     * @throws org.springframework.dao.ConcurrencyFailureException when a row is no longer at the
     *     version it was decided on; then nothing may be committed
     */
    void save(List<SagaStep> steps);

    /** Whose order it is; empty when there is none. Reads without a lock. */
    Optional<String> customerOf(OrderId id);
}
