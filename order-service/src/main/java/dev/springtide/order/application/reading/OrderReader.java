package dev.springtide.order.application.reading;

import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders. An owner restricts to that customer's orders: somebody else's order is exactly as
 * absent as one that does not exist; null means everybody's.
 */
public interface OrderReader {

    Optional<OrderView> find(OrderId id, @Nullable String owner);

    /** At most {@code limit} orders, newest first. */
    List<OrderView> list(OrderFilter filter, int limit);

    /** Oldest step first; empty when there is no such order. */
    List<TimelineEntry> timeline(OrderId id, @Nullable String owner);

    /** The statuses of those orders that exist. */
    Map<OrderId, OrderStatus> statuses(Collection<OrderId> ids);

    /** How many orders are in motion. */
    long countActive();
}
