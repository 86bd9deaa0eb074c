package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Orders that have waited too long for an answer, by the database's clock. Those that somebody else
 * holds are passed over, and those with parked records: the answer may be among them.
 */
public interface UnansweredOrders {

    /** Locks up to {@code limit} orders that should ask again, the longest due first. */
    List<OrderId> claim(int limit);

    /**
     * The same of refunds.
     *
     * @return the refund to ask for again by its order, one for each
     */
    Map<OrderId, UUID> claimRefunds(int limit);
}
