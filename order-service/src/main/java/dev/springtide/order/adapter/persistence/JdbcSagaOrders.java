package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.saga.LockedOrder;
import dev.springtide.order.application.saga.SagaOrders;
import dev.springtide.order.application.saga.SagaStep;
import dev.springtide.order.domain.OrderFulfillment;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderPart;
import dev.springtide.order.domain.Refund;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Orders under the saga's lock, set-based: one statement locks and reads a batch, one writes it
 * with its history, one more each for refunds, shipments and corrections.
 */
public final class JdbcSagaOrders implements SagaOrders {

    static final String LOCK =
            """
            SELECT id, customer_id, status, reason, cancel_reason, payment_status, fulfillment_status, currency,
                   total_minor, captured_minor, refunded_minor, payment_token, stock_settled, payment_settled,
                   traceparent, version, coalesce(deadline <= clock_timestamp(), false) AS overdue,
                   coalesce(repeat_at <= clock_timestamp(), false) AS repeat_due
              FROM orders
             WHERE id = ANY (?) AND id BETWEEN ? AND ?
             ORDER BY id
               FOR UPDATE
            """;

    private static final String CUSTOMER = "SELECT customer_id FROM orders WHERE id = ?";

    private final JdbcOperations jdbc;
    private final RefundRows refunds;
    private final ShipmentRows shipments;
    private final CorrectionRows corrections;
    private final SagaUpdate update;

    public JdbcSagaOrders(
            JdbcOperations jdbc,
            RefundRows refunds,
            ShipmentRows shipments,
            CorrectionRows corrections,
            SagaUpdate update) {
        this.jdbc = jdbc;
        this.refunds = refunds;
        this.shipments = shipments;
        this.corrections = corrections;
        this.update = update;
    }

    @Override
    public Map<OrderId, LockedOrder> lock(Collection<OrderId> ids, Set<OrderPart> parts) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        IdRange range = IdRange.of(ids.stream().map(OrderId::value).toList());
        List<LockedOrderRow> rows =
                jdbc.query(
                        LOCK,
                        (row, n) -> LockedOrderRow.of(row),
                        range.array(),
                        range.lowest(),
                        range.highest());
        // Read under the locks, so that it sees every refund and every shipment decided before.
        Map<UUID, List<Refund>> refundsByOrder =
                parts.contains(OrderPart.REFUNDS) ? refunds.of(range.ids()) : Map.of();
        Map<UUID, List<OrderFulfillment.Line>> linesByOrder =
                parts.contains(OrderPart.LINES) ? shipments.lines(range) : Map.of();
        Map<OrderId, LockedOrder> locked = new HashMap<>();
        for (LockedOrderRow row : rows) {
            OrderId id = new OrderId(row.id());
            locked.put(
                    id,
                    row.order(
                            refundsByOrder.getOrDefault(row.id(), List.of()),
                            linesByOrder.getOrDefault(row.id(), List.of())));
        }
        return locked;
    }

    @Override
    public void save(List<SagaStep> steps) {
        int saved = jdbc.update(connection -> update.statement(connection, steps));
        if (saved != steps.size()) {
            throw new OptimisticLockingFailureException(
                    "%d of %d orders were still at the version they were decided on"
                            .formatted(saved, steps.size()));
        }
        refunds.save(steps);
        shipments.save(steps);
        corrections.save(steps);
    }

    @Override
    public Optional<String> customerOf(OrderId id) {
        return jdbc.query(CUSTOMER, (row, n) -> row.getString("customer_id"), id.value()).stream()
                .findFirst();
    }
}
