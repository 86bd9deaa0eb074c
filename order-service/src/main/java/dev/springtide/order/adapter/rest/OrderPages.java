package dev.springtide.order.adapter.rest;

import dev.springtide.order.application.reading.OrderFilter;
import dev.springtide.order.application.reading.OrderReader;
import dev.springtide.order.application.reading.OrderView;
import dev.springtide.web.Cursor;
import dev.springtide.web.Page;
import dev.springtide.web.PageLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of orders. */
final class OrderPages {

    private OrderPages() {}

    /** The orders of a filter; the cursor of the next page is the last order's id. */
    static Page<OrderResponse> read(
            OrderReader orders, OrderFilter filter, @Nullable String limit) {
        int size = PageLimit.parse(limit);
        List<OrderView> found = orders.list(filter, size + 1);
        List<OrderView> page = found.subList(0, Math.min(size, found.size()));
        String next =
                found.size() > size ? Cursor.encode(page.getLast().order().id().toString()) : null;
        return new Page<>(page.stream().map(OrderResponse::of).toList(), next);
    }
}
