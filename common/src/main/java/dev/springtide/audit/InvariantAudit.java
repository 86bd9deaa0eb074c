package dev.springtide.audit;

import dev.springtide.id.UuidV7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks the invariants of the service's database, each with one query in one snapshot, so that
 * what is in motion is never taken for a breach. It looks and tells; it repairs nothing.
 */
final class InvariantAudit {

    private static final Logger LOG = LoggerFactory.getLogger(InvariantAudit.class);
    private static final int EXAMPLES = 10;

    private static final String NEWEST_LEFT_OUT =
            """
            SELECT created_at FROM outbox WHERE seq <= (SELECT last_value FROM outbox_seq) - :events ORDER BY seq DESC LIMIT 1
            """;

    private final List<Invariant> invariants;
    private final JdbcClient jdbc;
    private final TransactionOperations readOnly;
    private final AuditResults results;
    private final AuditWindow window;
    private final Duration timeout;
    private final Clock clock;

    /**
     * @param readOnly a transaction that may only look
     */
    InvariantAudit(
            List<Invariant> invariants,
            JdbcClient jdbc,
            TransactionOperations readOnly,
            AuditResults results,
            AuditProperties properties,
            Clock clock) {
        this.invariants = List.copyOf(invariants);
        this.jdbc = jdbc;
        this.readOnly = readOnly;
        this.results = results;
        this.window = new AuditWindow(properties.window(), properties.budget());
        this.timeout = properties.timeout();
        this.clock = clock;
    }

    /** A check that fails, or takes too long, keeps its last result, which grows old. */
    void run() {
        long began = System.nanoTime();
        Instant now = clock.instant();
        Instant since = window.from(now, newestLeftOut(window.events()));
        UUID from = UuidV7.lowest(since);
        for (Invariant invariant : invariants) {
            try {
                List<Invariant.Breach> breaches = readOnly.execute(_ -> breaches(invariant, from));
                breaches.forEach(breach ->
                        LOG.error(
                                "Audit: {} is breached by {}: {}",
                                invariant.name(),
                                breach.subject(),
                                breach.detail()));
                results.store(invariant, breaches.isEmpty() ? 0 : breaches.getFirst().all());
            } catch (DataAccessException e) {
                LOG.warn("Audit: {} could not be checked", invariant.name(), e);
            }
        }
        results.forgetAllBut(invariants);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        LOG.info(
                "Audit: the orders of the last {} looked at in {} ms",
                Duration.between(since, now),
                took.toMillis());
        window.took(took);
    }

    /** When the newest event was written that is not one of so many newest. */
    private Optional<Instant> newestLeftOut(long events) {
        return jdbc.sql(NEWEST_LEFT_OUT)
                .param("events", events)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private List<Invariant.Breach> breaches(Invariant invariant, UUID from) {
        bound();
        return invariant.breaches(jdbc, from, EXAMPLES);
    }

    /**
     * Of this transaction alone: how long it may take, one core at most, and a plan for this window
     * instead of one that is kept for any.
     */
    private void bound() {
        jdbc.sql(
                        """
                        SELECT set_config('statement_timeout', :millis, true),
                               set_config('max_parallel_workers_per_gather', '0', true),
                               set_config('plan_cache_mode', 'force_custom_plan', true)
                        """)
                .param("millis", Long.toString(timeout.toMillis()))
                .query((_, _) -> true)
                .single();
    }
}
