package dev.springtide.order.adapter.persistence;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.reading.OrderFilter;
import dev.springtide.order.application.reading.StuckAfter;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query for orders with their lines, in one statement, that names only the conditions it has, so
 * that every form gets its own plan: by primary key, down the customer's index, or through {@link
 * OrderCandidates}. Times become bounds on the id, which prune partitions.
 */
record OrderQuery(String sql, Map<String, Object> parameters) {

    private static final String COLUMNS =
            """
            SELECT id, customer_id, status, reason, payment_status, fulfillment_status, currency,
                   total_minor, shipping_address, deadline, created_at, updated_at, version,
                   EXISTS (SELECT FROM refund r WHERE r.order_id = orders.id) AS refunds,
                   skus, names, quantities, prices
              FROM orders
             CROSS JOIN LATERAL (
                   SELECT array_agg(sku ORDER BY line_no) AS skus,
                          array_agg(name ORDER BY line_no) AS names,
                          array_agg(quantity ORDER BY line_no) AS quantities,
                          array_agg(unit_price_minor ORDER BY line_no) AS prices
                     FROM order_line WHERE order_id = orders.id) AS lines
            """;

    private static final String NEWEST = " ORDER BY id DESC LIMIT :limit";

    static OrderQuery one(OrderId id, @Nullable String owner) {
        Conditions conditions = new Conditions();
        conditions.add("id = :id", "id", id.value());
        conditions.add("customer_id = :owner", "owner", owner);
        return new OrderQuery(COLUMNS + " WHERE " + conditions.text(), conditions.values);
    }

    static OrderQuery page(OrderFilter filter, int limit, StuckAfter stuckAfter) {
        Conditions conditions = new Conditions();
        conditions.add("customer_id = :owner", "owner", filter.owner());
        if (filter.owner() == null) {
            // Literals: plans are kept for whatever values come, and how wide a range is decides
            // between indexes.
            conditions.bound(">=", lowest(filter));
            conditions.bound("<", upperBound(filter));
        } else {
            conditions.add("id >= :from", "from", lowest(filter));
            conditions.add("id < :below", "below", upperBound(filter));
        }
        OrderStatus status = filter.status();
        conditions.values.put("limit", limit);
        if (status != null) {
            // The planner must see which partial index has it.
            conditions.texts.add("status = '" + status + "'");
        }
        if (filter.stuck()) {
            conditions.values.put("doubtMillis", stuckAfter.doubt().toMillis());
            conditions.values.put("undoingMillis", stuckAfter.undoing().toMillis());
            return candidates(OrderCandidates.stuck(conditions.text()), conditions);
        }
        if (status != null && filter.owner() == null) {
            return candidates(OrderCandidates.in(status, conditions.text()), conditions);
        }
        return new OrderQuery(COLUMNS + " WHERE " + conditions.text() + NEWEST, conditions.values);
    }

    /** Finds the ids first, in an index; only the orders of the page are then read. */
    private static OrderQuery candidates(String ids, Conditions conditions) {
        return new OrderQuery(
                "%s WHERE id = ANY (ARRAY(SELECT id FROM (%s) AS candidates%s)) ORDER BY id DESC"
                        .formatted(COLUMNS, ids, NEWEST),
                conditions.values);
    }

    private static @Nullable UUID lowest(OrderFilter filter) {
        return filter.from() == null ? null : UuidV7.lowest(filter.from());
    }

    /** The lower of the end of the range and the place in the list. */
    private static @Nullable UUID upperBound(OrderFilter filter) {
        UUID to = filter.to() == null ? null : UuidV7.lowest(filter.to());
        UUID before = filter.before() == null ? null : filter.before().value();
        if (to == null || before == null) {
            return to == null ? before : to;
        }
        return IdRange.of(List.of(to, before)).lowest();
    }

    private static final class Conditions {
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                texts.add(condition);
                values.put(name, value);
            }
        }

        void bound(String relation, @Nullable UUID id) {
            if (id != null) {
                texts.add("id %s '%s'".formatted(relation, id));
            }
        }

        String text() {
            return texts.isEmpty() ? "true" : String.join(" AND ", texts);
        }
    }
}
