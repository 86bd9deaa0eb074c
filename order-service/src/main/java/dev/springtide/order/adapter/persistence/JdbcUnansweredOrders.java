package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.saga.UnansweredOrders;
import dev.springtide.order.domain.OrderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/** Finds them by the partial indexes on the time of the next repeat. */
public final class JdbcUnansweredOrders implements UnansweredOrders {

    private static final String NOT_PARKED =
            """
            NOT EXISTS (SELECT FROM parked_record p WHERE p.aggregate_id = o.id::text AND p.status = 'PARKED')\
            """;

    private static final String CLAIM =
            """
            SELECT o.id
              FROM orders o
             WHERE o.repeat_at <= now() AND %s
             ORDER BY o.repeat_at
             LIMIT ?
               FOR UPDATE OF o SKIP LOCKED
            """
                    .formatted(NOT_PARKED);

    private static final String CLAIM_REFUNDS =
            """
            SELECT o.id, r.id AS refund_id
              FROM refund r
              JOIN orders o ON o.id = r.order_id
             WHERE r.repeat_at <= now() AND %s
             ORDER BY r.repeat_at
             LIMIT ?
               FOR UPDATE OF o SKIP LOCKED
            """
                    .formatted(NOT_PARKED);

    private final JdbcOperations jdbc;

    public JdbcUnansweredOrders(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OrderId> claim(int limit) {
        return jdbc.query(CLAIM, (row, n) -> new OrderId(row.getObject("id", UUID.class)), limit);
    }

    @Override
    public Map<OrderId, UUID> claimRefunds(int limit) {
        Map<OrderId, UUID> claimed = new LinkedHashMap<>();
        jdbc.query(
                CLAIM_REFUNDS,
                row -> {
                    claimed.putIfAbsent(
                            new OrderId(row.getObject("id", UUID.class)),
                            row.getObject("refund_id", UUID.class));
                },
                limit);
        return claimed;
    }
}
