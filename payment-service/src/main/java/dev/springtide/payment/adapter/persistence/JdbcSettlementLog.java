package dev.springtide.payment.adapter.persistence;

import dev.springtide.payment.application.Settlement.CallResult;
import dev.springtide.payment.application.Settlement.ProviderEvent;
import dev.springtide.payment.application.SettlementLog;
import java.time.Duration;
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

    /** In small steps: a long delete would hold back the vacuum of the busy tables. */
    private static final String FORGET =
            """
            DELETE FROM provider_event WHERE ctid = ANY(ARRAY(
                SELECT ctid FROM provider_event
                 WHERE received_at < clock_timestamp() - ? * interval '1 second'
                 LIMIT 5000))
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
                .text(result -> result.answer().outcome())
                .update(jdbc, FINISH);
    }

    @Override
    public void forgetEventsOlderThan(Duration age) {
        int forgotten;
        do {
            forgotten = jdbc.update(FORGET, age.toSeconds());
        } while (forgotten > 0);
    }

    private static EventKey key(ProviderEvent event) {
        return new EventKey(event.provider(), event.eventId());
    }
}
