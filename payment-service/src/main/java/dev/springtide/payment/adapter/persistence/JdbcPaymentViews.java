package dev.springtide.payment.adapter.persistence;

import dev.springtide.payment.application.PaymentView;
import dev.springtide.payment.application.PaymentView.Attempt;
import dev.springtide.payment.application.PaymentViews;
import dev.springtide.payment.domain.OperationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaymentViews implements PaymentViews {

    private static final String PAYMENT =
            "SELECT " + PaymentRows.PAYMENT + " FROM payment WHERE order_id = ?";

    private static final String ATTEMPTS =
            """
            SELECT a.kind, a.attempt, a.started_at, a.finished_at, a.outcome
              FROM payment_attempt a JOIN payment_operation o USING (provider_key)
             WHERE o.order_id = ?
             ORDER BY a.started_at, a.provider_key, a.attempt
             LIMIT 1000
            """;

    private final JdbcClient jdbc;

    JdbcPaymentViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PaymentView> find(UUID orderId) {
        return jdbc.sql(PAYMENT)
                .param(orderId)
                .query(PaymentRows::payment)
                .optional()
                .map(payment -> new PaymentView(payment, attempts(orderId)));
    }

    private List<Attempt> attempts(UUID orderId) {
        return jdbc.sql(ATTEMPTS).param(orderId).query(JdbcPaymentViews::attempt).list();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                OperationKind.valueOf(row.getString("kind")),
                row.getInt("attempt"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
