package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.contract.EventTypes;
import dev.springtide.contract.order.v1.OrderCancelled;
import dev.springtide.contract.order.v1.OrderCompleted;
import dev.springtide.contract.order.v1.OrderConfirmed;
import dev.springtide.contract.order.v1.OrderCorrected;
import dev.springtide.contract.order.v1.OrderCreated;
import dev.springtide.contract.order.v1.OrderPaid;
import dev.springtide.contract.order.v1.OrderRejected;
import dev.springtide.contract.order.v1.OrderShipped;
import dev.springtide.contract.order.v1.PaymentCancelRequested;
import dev.springtide.contract.order.v1.PaymentRequested;
import dev.springtide.contract.order.v1.RefundRequested;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.order.domain.OrderTransitions;
import dev.springtide.order.domain.OutboundEvent;
import dev.springtide.order.domain.TransitionResult.Moved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether what is stored of orders is a history that the transition table allows. */
record HistoryAudit(JdbcTemplate jdbc) {

    private static final Map<String, Moved> MOVES =
            OrderTransitions.moves().stream()
                    .collect(
                            Collectors.toMap(
                                    m -> "%s %s %s".formatted(m.from(), m.trigger(), m.to()),
                                    m -> m));

    /** What went out again, by what the history calls it. */
    private static final Map<String, List<OutboundEvent>> REPEATED =
            Map.of(
                    "STOCK_ASKED_AGAIN", List.of(OutboundEvent.ORDER_CREATED),
                    "PAYMENT_ASKED_AGAIN", List.of(OutboundEvent.PAYMENT_REQUESTED),
                    "RELEASE_ASKED_AGAIN", List.of(OutboundEvent.STOCK_RELEASE_REQUESTED),
                    "CANCEL_ASKED_AGAIN", List.of(OutboundEvent.PAYMENT_CANCEL_REQUESTED),
                    "COMPENSATIONS_ASKED_AGAIN",
                            List.of(
                                    OutboundEvent.STOCK_RELEASE_REQUESTED,
                                    OutboundEvent.PAYMENT_CANCEL_REQUESTED),
                    "REFUND_ASKED_AGAIN", List.of(OutboundEvent.REFUND_REQUESTED));

    void check() {
        versionsHaveNoGaps();
        everyStepBeginsWhereTheLastEnded();
        everyMoveIsOfTheTable();
        everyMoveSentItsEventsOnceAndNothingElseDid();
        tokensAreErased();
        nothingIsShippedTwice();
    }

    private void versionsHaveNoGaps() {
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT o.id FROM orders o LEFT JOIN order_timeline t ON t.order_id = o.id
                                 GROUP BY o.id, o.version
                                HAVING count(*) <> o.version OR min(t.version) <> 1 OR max(t.version) <> o.version
                                """))
                .as("orders whose versions have gaps")
                .isEmpty();
    }

    private void everyStepBeginsWhereTheLastEnded() {
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT * FROM (
                                    SELECT t.*, lag(to_status) OVER w AS before, lag(at) OVER w AS at_before
                                      FROM order_timeline t
                                    WINDOW w AS (PARTITION BY order_id ORDER BY version)) t
                                 WHERE from_status IS DISTINCT FROM before OR at < at_before
                                """))
                .as("steps that do not begin where the last one ended")
                .isEmpty();
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT o.id FROM orders o JOIN order_timeline t
                                    ON t.order_id = o.id AND t.version = o.version
                                 WHERE o.status <> t.to_status
                                """))
                .as("orders that are not where their history ends")
                .isEmpty();
    }

    private void everyMoveIsOfTheTable() {
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT DISTINCT from_status || ' ' || trigger || ' ' || to_status
                                  FROM order_timeline WHERE from_status <> to_status
                                """,
                                String.class))
                .as("moves")
                .isSubsetOf(MOVES.keySet());
    }

    private void everyMoveSentItsEventsOnceAndNothingElseDid() {
        Map<UUID, List<String>> sent = new HashMap<>();
        jdbc.query(
                "SELECT aggregate_id, aggregate_version, type FROM outbox ORDER BY seq",
                row -> {
                    sent.computeIfAbsent(UUID.fromString(row.getString(1)), id -> new ArrayList<>())
                            .add(row.getLong(2) + " " + row.getString(3));
                });
        Map<UUID, List<String>> due = new HashMap<>();
        jdbc.query(
                "SELECT order_id, version, from_status, trigger, to_status FROM order_timeline ORDER BY version",
                row -> {
                    String step =
                            row.getString(3) + " " + row.getString(4) + " " + row.getString(5);
                    for (OutboundEvent event : events(step, row.getString(4))) {
                        due.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                                .add(row.getLong(2) + " " + wireName(event));
                    }
                });
        assertThat(sent).as("events by order, with the version of the change").isEqualTo(due);
    }

    private static List<OutboundEvent> events(String step, String trigger) {
        if (trigger.equals("REFUND_REQUESTED")) {
            return List.of(OutboundEvent.REFUND_REQUESTED);
        }
        if (trigger.equals("SHIPPED")) {
            return List.of(OutboundEvent.ORDER_SHIPPED);
        }
        if (REPEATED.containsKey(trigger)) {
            return REPEATED.getOrDefault(trigger, List.of());
        }
        Moved move = MOVES.get(step);
        return move == null ? List.of() : move.events();
    }

    private static String wireName(OutboundEvent event) {
        return EventTypes.of(
                        switch (event) {
                            case PAYMENT_REQUESTED -> PaymentRequested.class;
                            case ORDER_PAID -> OrderPaid.class;
                            case STOCK_RELEASE_REQUESTED -> StockReleaseRequested.class;
                            case PAYMENT_CANCEL_REQUESTED -> PaymentCancelRequested.class;
                            case REFUND_REQUESTED -> RefundRequested.class;
                            case ORDER_CONFIRMED -> OrderConfirmed.class;
                            case ORDER_REJECTED -> OrderRejected.class;
                            case ORDER_CANCELLED -> OrderCancelled.class;
                            case ORDER_SHIPPED -> OrderShipped.class;
                            case ORDER_COMPLETED -> OrderCompleted.class;
                            case ORDER_CREATED -> OrderCreated.class;
                            case ORDER_CORRECTED -> OrderCorrected.class;
                        })
                .name();
    }

    private void nothingIsShippedTwice() {
        assertThat(
                        jdbc.queryForList(
                                """
                                WITH line AS (
                                    SELECT l.order_id, l.quantity,
                                           coalesce((SELECT sum(u.quantity)
                                                       FROM shipment s, unnest(s.skus, s.quantities) AS u(sku, quantity)
                                                      WHERE s.order_id = l.order_id AND u.sku = l.sku), 0) AS shipped
                                      FROM order_line l)
                                SELECT o.id, o.status, o.fulfillment_status
                                  FROM orders o JOIN line ON line.order_id = o.id
                                 GROUP BY o.id
                                HAVING bool_or(shipped > quantity)
                                    OR o.fulfillment_status <> CASE WHEN sum(shipped) = 0 THEN 'UNFULFILLED'
                                       WHEN sum(shipped) = sum(quantity) THEN 'FULFILLED' ELSE 'PARTIALLY_FULFILLED' END
                                    OR sum(shipped) > 0 AND o.status NOT IN ('CONFIRMED', 'COMPLETED')
                                    OR (o.status = 'COMPLETED') <> (sum(shipped) = sum(quantity))
                                """))
                .as("orders with shipments that do not add up")
                .isEmpty();
    }

    private void tokensAreErased() {
        assertThat(
                        jdbc.queryForList(
                                """
                                SELECT id, status, payment_status FROM orders WHERE payment_token IS NOT NULL
                                   AND payment_status NOT IN ('PENDING', 'UNKNOWN', 'AUTHORIZED')
                                   AND NOT (payment_status = 'NONE' AND status = 'PENDING')
                                """))
                .as("orders that keep a payment token nobody needs")
                .isEmpty();
    }
}
