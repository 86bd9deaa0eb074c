package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.saga.OverdueOrders;
import dev.springtide.order.domain.OrderId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Overdue orders by the index on deadlines. {@code now()} is the start of the transaction by the
 * database's clock: nothing is swept early.
 */
public final class JdbcOverdueOrders implements OverdueOrders {

    private static final String PARKED =
            """
            EXISTS (SELECT FROM parked_record p WHERE p.aggregate_id = o.id::text AND p.status = 'PARKED')\
            """;

    private static final String CLAIM =
            """
            SELECT o.id
              FROM orders o
             WHERE o.deadline <= now() AND o.status IN ('PENDING', 'RESERVED') AND NOT %s
             ORDER BY o.deadline
             LIMIT ?
               FOR UPDATE OF o SKIP LOCKED
            """
                    .formatted(PARKED);

    private static final String UNENDED =
            """
            SELECT count(*) FILTER (WHERE o.status <> 'CANCELLING' AND %s) AS parked,
                   count(*) FILTER (WHERE o.status = 'CANCELLING') AS cancelling
              FROM orders o
             WHERE o.deadline <= now() AND o.status IN ('PENDING', 'RESERVED', 'CANCELLING')
            """
                    .formatted(PARKED);

    private final JdbcOperations jdbc;

    public JdbcOverdueOrders(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OrderId> claim(int limit) {
        return jdbc.query(CLAIM, (row, n) -> new OrderId(row.getObject("id", UUID.class)), limit);
    }

    @Override
    public Unended unended() {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        UNENDED,
                        (row, n) -> new Unended(row.getLong("parked"), row.getLong("cancelling"))));
    }
}
