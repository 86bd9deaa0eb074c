package dev.springtide.payment.adapter.persistence;

import dev.springtide.payment.application.Settlement.CallResult;
import dev.springtide.payment.application.Settlement.ProviderEvent;
import dev.springtide.payment.application.SettlementLog;
import dev.springtide.payment.domain.ProviderAnswer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSettlementLog implements SettlementLog {

    /** Event ids in one order for everybody: two instances may receive the same events. */
    private static final String RECORD_EVENTS =
            """
            INSERT INTO provider_event (provider, event_id, type)
            SELECT * FROM unnest(?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING provider, event_id
            """;

    /** A try that was given up for silent may still turn out to have been answered. */
    private static final String FINISH =
            """
            UPDATE payment_attempt a
               SET finished_at = clock_timestamp(), outcome = n.outcome
              FROM unnest(?, ?, ?) AS n(provider_key, attempt, outcome)
             WHERE a.provider_key = n.provider_key AND a.attempt = n.attempt
               AND (a.finished_at IS NULL OR a.outcome = 'in doubt')
            """;

    private record EventKey(String provider, String eventId) {}

    private final JdbcTemplate jdbc;

    JdbcSettlementLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProviderEvent> recordNew(List<ProviderEvent> events) {
        Map<EventKey, ProviderEvent> firstOfEach = new LinkedHashMap<>();
        events.stream()
                .sorted(
                        Comparator.comparing(ProviderEvent::provider)
                                .thenComparing(ProviderEvent::eventId))
                .forEach(e -> firstOfEach.putIfAbsent(key(e), e));
        return Columns.of(firstOfEach.values())
                .text(ProviderEvent::provider)
                .text(ProviderEvent::eventId)
                .text(ProviderEvent::type)
                .query(
                        jdbc,
                        RECORD_EVENTS,
                        (row, number) -> new EventKey(row.getString(1), row.getString(2)))
                .stream()
                .map(firstOfEach::get)
                .toList();
    }

    @Override
    public void finish(List<CallResult> results) {
        Columns.of(results)
                .text(CallResult::providerKey)
                .integer(CallResult::attempt)
                .text(result -> outcome(result.answer()))
                .update(jdbc, FINISH);
    }

    private static EventKey key(ProviderEvent event) {
        return new EventKey(event.provider(), event.eventId());
    }

    private static String outcome(ProviderAnswer answer) {
        return switch (answer) {
            case ProviderAnswer.Captured() -> "captured";
            case ProviderAnswer.Declined(String code) -> "declined";
            case ProviderAnswer.Canceled() -> "canceled";
            case ProviderAnswer.Voided() -> "voided";
            case ProviderAnswer.VoidRefused() -> "void refused";
            case ProviderAnswer.Refunded() -> "refunded";
            case ProviderAnswer.RefundRefused(String reason) -> "refund refused";
            case ProviderAnswer.InDoubt(String cause) -> "in doubt";
            case ProviderAnswer.NeverLeft(String cause) -> "not sent";
        };
    }
}
