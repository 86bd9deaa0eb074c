package dev.springtide.order.adapter.persistence;

import dev.springtide.order.application.saga.CorrectionEntry;
import dev.springtide.order.application.saga.Corrections;
import dev.springtide.order.application.saga.SagaStep;
import dev.springtide.order.domain.Correction;
import dev.springtide.order.domain.CorrectionAction;
import dev.springtide.order.domain.Decision;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import dev.springtide.order.domain.OutboundEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code order_correction}; they are only added under the lock of their order. */
public final class CorrectionRows implements Corrections {

    private static final String SELECT =
            "SELECT id, action, operator, reason, from_status, to_status, version, at FROM order_correction ";

    private static final String INSERT =
            """
            INSERT INTO order_correction
                (order_id, version, id, action, operator, reason, from_status, to_status, repeated)
            VALUES (:order, :version, :id, :action, :operator, :reason, :from, :to, :repeated)
            """;

    private final JdbcClient jdbc;

    public CorrectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CorrectionEntry get(OrderId orderId, UUID correctionId) {
        return jdbc.sql(SELECT + "WHERE order_id = ? AND id = ?")
                .params(orderId.value(), correctionId)
                .query((row, n) -> entry(row))
                .single();
    }

    @Override
    public List<CorrectionEntry> of(OrderId orderId) {
        return jdbc.sql(SELECT + "WHERE order_id = ? ORDER BY version")
                .param(orderId.value())
                .query((row, n) -> entry(row))
                .list();
    }

    /** Adds the corrections of the steps; they come one at a time, from operators. */
    void save(List<SagaStep> steps) {
        for (SagaStep step : steps) {
            Correction correction = step.decision().correction();
            if (correction != null) {
                insert(step.decision(), correction);
            }
        }
    }

    private void insert(Decision decision, Correction correction) {
        jdbc.sql(INSERT)
                .param("order", decision.after().id().value())
                .param("version", decision.after().version())
                .param("id", correction.id())
                .param("action", correction.action().name())
                .param("operator", correction.operator())
                .param("reason", correction.reason())
                .param("from", decision.before().status().name())
                .param("to", decision.after().status().name())
                .param("repeated", repeated(decision))
                .update();
    }

    /** What went out although the status did not move. */
    private static String[] repeated(Decision decision) {
        return decision.moved()
                ? new String[0]
                : decision.events().stream()
                        .filter(event -> event != OutboundEvent.ORDER_CORRECTED)
                        .map(OutboundEvent::name)
                        .toArray(String[]::new);
    }

    private static CorrectionEntry entry(ResultSet row) throws SQLException {
        Correction correction =
                new Correction(
                        row.getObject("id", UUID.class),
                        CorrectionAction.valueOf(row.getString("action")),
                        row.getString("operator"),
                        row.getString("reason"));
        return new CorrectionEntry(
                correction,
                OrderStatus.valueOf(row.getString("from_status")),
                OrderStatus.valueOf(row.getString("to_status")),
                row.getLong("version"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
