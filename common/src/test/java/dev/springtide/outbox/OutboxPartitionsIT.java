package dev.springtide.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxPartitionsIT {

    @Test
    void makesADayBeforeAndAWeekAheadOnce() {
        try (OutboxFixture fixture = fixture()) {
            fixture.partitions.ensure();
            assertThat(partitions(fixture)).hasSize(9);
        }
    }

    @Test
    void dropsOnlyWhatIsOldAndPublished() {
        try (OutboxFixture fixture = fixture()) {
            UUID aggregate = fixture.newAggregate();
            String old = "outbox_p20200101";
            fixture.jdbc.execute(
                    "CREATE TABLE %s PARTITION OF outbox FOR VALUES FROM ('2020-01-01 00:00Z') TO ('2020-01-02 00:00Z')"
                            .formatted(old));
            fixture.transactions.executeWithoutResult(s -> fixture.change(aggregate, 1));
            fixture.jdbc.update(
                    "INSERT INTO outbox (created_at, id, topic, type, aggregate_id, aggregate_version, payload) "
                            + "SELECT '2020-01-01 12:00Z', id, topic, type, aggregate_id, aggregate_version, payload FROM outbox");

            fixture.partitions.dropExpired();
            assertThat(partitions(fixture)).contains(old);

            OutboxCursor cursor = new OutboxCursor(fixture.jdbc, Duration.ofSeconds(5));
            long epoch = cursor.takeOver("test").orElseThrow();
            CursorPosition position = cursor.renew(epoch).orElseThrow();
            OutboxPage page = cursor.read(position, 10);
            assertThat(page.rows()).hasSize(2);
            cursor.advance(epoch, position, page);

            fixture.partitions.dropExpired();
            assertThat(partitions(fixture)).hasSize(9).doesNotContain(old);
        }
    }

    @Test
    void readsBacklogsByIndex() {
        try (OutboxFixture fixture = fixture()) {
            assertThat(plan(fixture, OutboxCursor.FIRST_PAGE))
                    .noneMatch(l -> l.contains("Seq Scan"));
            assertThat(plan(fixture, OutboxCursor.LATER_PAGE))
                    .noneMatch(l -> l.contains("Seq Scan"));
            assertThat(plan(fixture, OutboxCursor.HAS_NEWS)).noneMatch(l -> l.contains("Seq Scan"));
        }
    }

    private static OutboxFixture fixture() {
        return new OutboxFixture("partitions", Infrastructure.kafka().bootstrapServers());
    }

    private static List<String> plan(OutboxFixture fixture, String query) {
        String generic =
                query.replace("seq > ?", "seq > 1")
                        .replace("LIMIT ?", "LIMIT 10")
                        .replace("?", "'10:20:10,15'");
        return fixture.transactions.execute(status -> {
            fixture.jdbc.execute("SET LOCAL enable_seqscan = off");
            return fixture.jdbc.query("EXPLAIN " + generic, (row, n) -> row.getString(1));
        });
    }

    private static List<String> partitions(OutboxFixture fixture) {
        return fixture.jdbc.query(
                "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'outbox'::regclass",
                (row, n) -> row.getString(1));
    }
}
