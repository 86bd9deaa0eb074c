package dev.springtide.inventory.rush;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the counters with the reservations, in one snapshot. */
public final class StockAudit {

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    public StockAudit(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** The counters of a SKU beside what the reservations say they should be. */
    public record Finding(
            String sku,
            long available,
            long reserved,
            long sold,
            long reservedByOrders,
            long soldToOrders) {

        public boolean addsUpTo(long units) {
            return available >= 0
                    && available + reserved + sold == units
                    && reserved == reservedByOrders
                    && sold == soldToOrders;
        }
    }

    public Map<String, Finding> of(Set<String> skus) {
        return snapshot.execute(_ ->
                jdbc
                        .sql(
                                """
                                SELECT s.sku, s.available, s.reserved, s.sold,
                                       coalesce(sum(l.quantity) FILTER (WHERE l.status = 'RESERVED'), 0),
                                       coalesce(sum(l.quantity) FILTER (WHERE l.status = 'SOLD'), 0)
                                  FROM stock s
                                  LEFT JOIN (SELECT status, unnest(skus) AS sku,
                                                    unnest(quantities) AS quantity
                                               FROM reservation
                                              WHERE status IN ('RESERVED', 'SOLD')) l USING (sku)
                                 WHERE s.sku IN (:skus)
                                 GROUP BY s.sku
                                """)
                        .param("skus", skus)
                        .query((row, _) ->
                                new Finding(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Finding::sku, Function.identity())));
    }

    /**
     * Orders whose answers are not exactly what their reservation calls for: one decision unless a
     * release came first, and one release if released.
     */
    public long ordersWithWrongAnswers() {
        return jdbc.sql(
                        """
                        SELECT count(*)
                          FROM (SELECT order_id, status, cardinality(skus) > 0 AS asked
                                  FROM reservation) r
                          FULL JOIN (SELECT aggregate_id::uuid AS order_id,
                                            count(*) FILTER (WHERE type LIKE '%.stock-reserved.v1') AS reserved,
                                            count(*) FILTER (WHERE type LIKE '%.stock-rejected.v1') AS rejected,
                                            count(*) FILTER (WHERE type LIKE '%.stock-released.v1') AS released
                                       FROM outbox WHERE topic = 'inventory-events'
                                      GROUP BY aggregate_id) e USING (order_id)
                         WHERE r.order_id IS NULL OR e.order_id IS NULL
                            OR e.reserved + e.rejected <> CASE WHEN r.asked THEN 1 ELSE 0 END
                            OR e.released <> CASE WHEN r.status = 'RELEASED' THEN 1 ELSE 0 END
                            OR (r.status = 'REJECTED' AND e.rejected <> 1)
                            OR (r.status IN ('RESERVED', 'SOLD') AND e.reserved <> 1)
                        """)
                .query(Long.class)
                .single();
    }
}
