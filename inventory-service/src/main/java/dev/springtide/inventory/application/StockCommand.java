package dev.springtide.inventory.application;

import dev.springtide.inventory.domain.Line;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What order-service wants of an order's stock. */
public sealed interface StockCommand {

    UUID orderId();

    /** The order's version when it asked: a request that comes with none above is a duplicate. */
    long orderVersion();

    /** The W3C trace context of the order's step, handed on with the answer. */
    @Nullable String traceparent();

    /** Promise every line or none. */
    record ReserveStock(
            UUID orderId, List<Line> lines, long orderVersion, @Nullable String traceparent)
            implements StockCommand {

        public ReserveStock {
            lines = List.copyOf(lines);
        }
    }

    /** The order is paid: what was promised is sold. */
    record SellStock(UUID orderId, long orderVersion, @Nullable String traceparent)
            implements StockCommand {}

    /** Give back whatever the order holds, and promise it nothing from now on. */
    record ReleaseStock(UUID orderId, long orderVersion, @Nullable String traceparent)
            implements StockCommand {}
}
