package dev.springtide.localstack.launcher.audit;

import dev.springtide.embedded.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The outboxes against the topics: every committed event was published as it is, in the order of
 * its aggregate; nothing was published that was not committed. The same event twice is allowed:
 * readers are idempotent.
 */
final class OutboxChecks {

    private static final String EVENTS =
            """
            SELECT id, topic, aggregate_id, type, aggregate_version, payload,
                   (extract(epoch FROM created_at) * 1000)::bigint
              FROM outbox
             ORDER BY topic, aggregate_id, seq
            """;

    private final PublishedEvents published;
    private final List<Finding> findings = new ArrayList<>();

    OutboxChecks(PublishedEvents published) {
        this.published = published;
    }

    /** Events of a compacted topic may be gone once a later one of the same key is there. */
    List<Finding> run(AuditTarget target) {
        long orders = outbox("orders", target.orders());
        long inventory = outbox("inventory", target.inventory());
        long payments = outbox("payments", target.payments());
        Map<String, Long> kept =
                Map.of(
                        "order-events", orders,
                        "product-events", inventory,
                        "inventory-events", inventory,
                        "payment-events", payments);
        BreachList phantoms = new BreachList("topics: nothing uncommitted");
        published
                .rest()
                .forEach((id, seen) ->
                        phantoms.unless(
                                seen.at() < kept.getOrDefault(seen.topic(), Long.MAX_VALUE),
                                id,
                                "on " + seen.topic() + " for " + seen.key() + ", in no outbox"));
        published.strange().forEach(phantoms::add);
        findings.add(phantoms.finding(published.records()));
        return findings;
    }

    /** Since when the outbox is kept: topics keep events longer. */
    private long outbox(String name, Database database) {
        Walk walk = new Walk(name + ": outbox is on the topics");
        Query.forEach(database, false, EVENTS, walk::next);
        findings.add(walk.found.finding(walk.rows));
        return walk.oldest;
    }

    /** One pass through an outbox, aggregate by aggregate, in the order of writing. */
    private final class Walk {
        private final BreachList found;
        private String aggregate = "";
        private long offset;
        private long version;
        private long rows;
        private long oldest = Long.MAX_VALUE;

        Walk(String check) {
            this.found = new BreachList(check);
        }

        void next(ResultSet row) throws SQLException {
            rows++;
            oldest = Math.min(oldest, row.getLong(7));
            UUID id = row.getObject(1, UUID.class);
            String key = row.getString(3);
            String topic = row.getString(2);
            String type = row.getString(4);
            if (!aggregate.equals(topic + key)) {
                aggregate = topic + key;
                offset = -1;
                version = Long.MIN_VALUE;
            }
            long nextVersion = row.getLong(5);
            found.unless(
                    nextVersion >= version,
                    id,
                    type + " of " + key + " was written after a later version");
            version = nextVersion;
            PublishedEvents.Seen seen = published.take(id);
            if (seen.equals(PublishedEvents.NOT_SEEN)) {
                found.unless(
                        topic.equals("product-events"),
                        id,
                        type + " of " + key + " is not on " + topic);
                return;
            }
            found.unless(
                    seen.topic().equals(topic)
                            && seen.content()
                                    == PublishedEvents.content(
                                            key, type, nextVersion, row.getBytes(6)),
                    id,
                    type + " of " + key + " was published differently");
            found.unless(
                    seen.offset() > offset, id, type + " of " + key + " overtook an earlier event");
            offset = seen.offset();
        }
    }
}
