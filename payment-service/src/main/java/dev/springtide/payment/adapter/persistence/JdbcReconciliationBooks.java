package dev.springtide.payment.adapter.persistence;

import dev.springtide.id.UuidV7;
import dev.springtide.payment.application.ReconciliationBooks;
import dev.springtide.payment.domain.LedgerLine;
import dev.springtide.payment.domain.OperationStatus;
import dev.springtide.payment.domain.OwnRecord;
import dev.springtide.payment.domain.Payment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A few statements for a page, however many lines it has. */
@Repository
class JdbcReconciliationBooks implements ReconciliationBooks {

    /** Longer than an order waits for its payment, with all its doubts. */
    private static final Duration OLD_ENOUGH = Duration.ofHours(1);

    private static final String FIND =
            """
            SELECT l.position, r.status AS refund, p.*
              FROM unnest(?, ?, ?) AS l(position, key, charge_key)
              JOIN payment_operation c ON c.provider_key = l.charge_key AND c.kind = 'CHARGE'
              JOIN payment p ON p.order_id = c.order_id
              LEFT JOIN payment_operation r ON r.provider_key = l.key AND r.kind = 'REFUND'
            """;

    private static final String NAMING_OURS =
            """
            SELECT l.position
              FROM unnest(?, ?) AS l(position, reference)
              JOIN payment p ON p.order_id = CASE WHEN pg_input_is_valid(l.reference, 'uuid') THEN l.reference::uuid END
            """;

    private static final String MARK =
            """
            UPDATE payment p SET reconciled_at = clock_timestamp()
              FROM unnest(?) AS m(id) WHERE p.id = m.id AND p.reconciled_at IS NULL
            """;

    private static final String KEEP =
            """
            INSERT INTO reconciliation_difference (position, provider_key, reference, why)
            SELECT * FROM unnest(?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String UNSEEN =
            """
            SELECT p.* FROM payment p, reconciliation r
             WHERE p.order_id > r.looked_at_order AND p.order_id < ?
               AND p.captured_minor > 0 AND p.reconciled_at IS NULL
             ORDER BY p.order_id LIMIT ?
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcReconciliationBooks(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long position() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT position FROM reconciliation", Long.class));
    }

    @Override
    public Map<Long, OwnRecord> find(Collection<LedgerLine> lines) {
        Map<Long, OwnRecord> found = new HashMap<>();
        Columns.<LedgerLine>of(lines)
                .bigint(LedgerLine::position)
                .text(LedgerLine::key)
                .text(LedgerLine::chargeKey)
                .query(jdbc, FIND, (row, n) -> Map.entry(row.getLong("position"), own(row, n)))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    @Override
    public Set<Long> namingOurOrders(Collection<LedgerLine> lines) {
        return new HashSet<>(
                Columns.<LedgerLine>of(lines)
                        .bigint(LedgerLine::position)
                        .text(LedgerLine::reference)
                        .query(jdbc, NAMING_OURS, (row, n) -> row.getLong("position")));
    }

    @Override
    @Transactional
    public void reconciled(
            long position, Collection<UUID> paymentIds, List<Difference> differences) {
        Columns.<UUID>of(paymentIds).uuid(id -> id).update(jdbc, MARK);
        keep(differences);
        jdbc.update("UPDATE reconciliation SET position = greatest(position, ?)", position);
    }

    @Override
    public List<Payment> unseen(int limit) {
        return jdbc.query(UNSEEN, PaymentRows::payment, youngest(), limit);
    }

    @Override
    @Transactional
    public void completed(List<Payment> unseen, List<Difference> differences) {
        keep(differences);
        jdbc.update(
                """
                UPDATE reconciliation
                   SET completed_at = clock_timestamp(), looked_at_order = greatest(looked_at_order, ?)
                """,
                unseen.isEmpty() ? youngest() : unseen.getLast().orderId());
    }

    private void keep(List<Difference> differences) {
        Columns.of(differences)
                .bigint(Difference::position)
                .text(Difference::key)
                .text(Difference::reference)
                .text(Difference::why)
                .update(jdbc, KEEP);
    }

    private UUID youngest() {
        return UuidV7.lowest(clock.instant().minus(OLD_ENOUGH));
    }

    private static OwnRecord own(ResultSet row, int number) throws SQLException {
        String refund = row.getString("refund");
        return new OwnRecord(
                PaymentRows.payment(row, number),
                refund == null ? null : OperationStatus.valueOf(refund));
    }
}
