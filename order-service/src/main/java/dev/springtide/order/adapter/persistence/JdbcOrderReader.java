package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.reading.OrderFilter;
import dev.springtide.order.application.reading.OrderReader;
import dev.springtide.order.application.reading.OrderView;
import dev.springtide.order.application.reading.StuckAfter;
import dev.springtide.order.application.reading.TimelineEntry;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads orders with at most four index-backed queries, however many orders a page has. */
public final class JdbcOrderReader implements OrderReader {

    private static final String TIMELINE =
            """
            SELECT t.at, t.from_status, t.to_status, t.trigger, t.cause
              FROM order_timeline t
              JOIN orders o ON o.id = t.order_id
             WHERE t.order_id = :id AND o.id = :id AND (:owner::text IS NULL OR o.customer_id = :owner)
             ORDER BY t.version
            """;

    private static final String STATUSES = "SELECT id, status FROM orders WHERE id = ANY (:ids)";

    private static final String COUNT_ACTIVE =
            "SELECT count(*) FROM orders WHERE status IN ('PENDING', 'RESERVED', 'CANCELLING')";

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final StuckAfter stuckAfter;

    public JdbcOrderReader(JdbcClient jdbc, AddressJson addresses, StuckAfter stuckAfter) {
        this.jdbc = jdbc;
        this.stuckAfter = stuckAfter;
        this.rows = new OrderRows(jdbc, addresses);
    }

    @Override
    public Optional<OrderView> find(OrderId id, @Nullable String owner) {
        return rows.read(OrderQuery.one(id, owner)).stream().findFirst();
    }

    @Override
    public List<OrderView> list(OrderFilter filter, int limit) {
        return rows.read(OrderQuery.page(filter, limit, stuckAfter));
    }

    @Override
    public List<TimelineEntry> timeline(OrderId id, @Nullable String owner) {
        return jdbc.sql(TIMELINE)
                .param("id", id.value())
                .param("owner", owner)
                .query((row, n) -> {
                    String from = row.getString("from_status");
                    return new TimelineEntry(
                            OrderRows.instant(row, "at"),
                            from == null ? null : OrderStatus.valueOf(from),
                            OrderStatus.valueOf(row.getString("to_status")),
                            row.getString("trigger"),
                            row.getString("cause"));
                })
                .list();
    }

    @Override
    public Map<OrderId, OrderStatus> statuses(Collection<OrderId> ids) {
        Map<OrderId, OrderStatus> found = HashMap.newHashMap(ids.size());
        jdbc.sql(STATUSES)
                .param("ids", ids.stream().map(OrderId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new OrderId(row.getObject("id", UUID.class)),
                            OrderStatus.valueOf(row.getString("status")));
                });
        return found;
    }

    @Override
    public long countActive() {
        return jdbc.sql(COUNT_ACTIVE).query(Long.class).single();
    }
}
