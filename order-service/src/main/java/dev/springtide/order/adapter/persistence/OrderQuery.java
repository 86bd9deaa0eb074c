package dev.springtide.order.adapter.persistence;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.reading.OrderFilter;
import dev.springtide.order.domain.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query for order rows that names only the conditions it has, so that every form gets its own
 * plan: by primary key, or down the customer's index. Times become bounds on the id, which prune
 * partitions.
 */
record OrderQuery(String sql, List<Object> parameters) {

    private static final String COLUMNS =
            """
            SELECT id, customer_id, status, reason, payment_status, fulfillment_status, currency,
                   total_minor, captured_minor, shipping_address, deadline, created_at, updated_at, version
              FROM orders
            """;

    static OrderQuery one(OrderId id, @Nullable String owner) {
        Conditions conditions = new Conditions();
        conditions.add("id = ?", id.value());
        conditions.add("customer_id = ?", owner);
        return new OrderQuery(COLUMNS + conditions.where(), conditions.values);
    }

    static OrderQuery page(OrderFilter filter, int limit) {
        Conditions conditions = new Conditions();
        conditions.add("customer_id = ?", filter.owner());
        conditions.add("status = ?", filter.status() == null ? null : filter.status().name());
        conditions.add("id >= ?", filter.from() == null ? null : UuidV7.lowest(filter.from()));
        conditions.add("id < ?", upperBound(filter));
        conditions.values.add(limit);
        return new OrderQuery(
                COLUMNS + conditions.where() + " ORDER BY id DESC LIMIT ?", conditions.values);
    }

    /** The lower of the end of the range and the place in the list. */
    private static @Nullable UUID upperBound(OrderFilter filter) {
        UUID to = filter.to() == null ? null : UuidV7.lowest(filter.to());
        UUID before = filter.before() == null ? null : filter.before().value();
        if (to == null || before == null) {
            return to == null ? before : to;
        }
        return Long.compareUnsigned(to.getMostSignificantBits(), before.getMostSignificantBits())
                        <= 0
                ? to
                : before;
    }

    private static final class Conditions {
        private final List<String> texts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String condition, @Nullable Object value) {
            if (value != null) {
                texts.add(condition);
                values.add(value);
            }
        }

        String where() {
            return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
        }
    }
}
