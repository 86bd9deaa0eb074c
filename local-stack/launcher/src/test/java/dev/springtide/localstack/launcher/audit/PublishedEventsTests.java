package dev.springtide.localstack.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishedEventsTests {

    private static final RecordPlace PLACE = new RecordPlace("order-events", 3, 17);

    @Test
    void knowsAnEventByItsId() {
        UUID id = UUID.randomUUID();
        PublishedEvents events = new PublishedEvents(Set.of());

        events.note(record("order-1", "ce_id", id.toString(), "ce_type", "t"));

        assertThat(events.take(id).offset()).isEqualTo(PLACE.offset());
        assertThat(events.strange()).isEmpty();
    }

    @Test
    void reportsWhatIsNoEvent() {
        for (ConsumerRecord<String, byte[]> record :
                Set.of(
                        record("order-1"),
                        record(null, "ce_id", UUID.randomUUID().toString(), "ce_type", "t"),
                        record("order-1", "ce_type", "t"),
                        record("order-1", "ce_id", "no uuid", "ce_type", "t"))) {
            PublishedEvents events = new PublishedEvents(Set.of());
            events.note(record);
            assertThat(events.strange()).containsOnlyKeys(PLACE);
            assertThat(events.rest()).isEmpty();
        }
    }

    @Test
    void passesOverWhatWasPlanted() {
        PublishedEvents events = new PublishedEvents(Set.of(PLACE));

        events.note(record("order-1"));

        assertThat(events.strange()).isEmpty();
        assertThat(events.records()).isEqualTo(1);
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack a key
    private static ConsumerRecord<String, byte[]> record(@Nullable String key, String... headers) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(
                        PLACE.topic(), PLACE.partition(), PLACE.offset(), key, new byte[0]);
        record.headers().add("ce_aggregateversion", bytes("1"));
        for (int i = 0; i < headers.length; i += 2) {
            record.headers().add(headers[i], bytes(headers[i + 1]));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
