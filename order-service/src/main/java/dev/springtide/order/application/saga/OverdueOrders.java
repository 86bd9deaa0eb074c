package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;
import java.util.List;

/** Orders whose deadline has passed by the database's clock. */
public interface OverdueOrders {

    /**
     * Locks up to {@code limit} overdue orders that a deadline ends, the longest overdue first.
     * Passes over rows that somebody else holds, because their fate is being decided, and over
     * orders with parked records, because what is known of them is incomplete.
     */
    List<OrderId> claim(int limit);

    /** How many overdue orders no deadline can end. */
    Unended unended();

    /**
     * Overdue orders that need an operator's eye.
     *
     * @param parked passed over because records of them are parked
     * @param cancelling whose cancellation has not been settled in time
     */
    record Unended(long parked, long cancelling) {}
}
