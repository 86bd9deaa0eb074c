package dev.springtide.parking;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not applied.
 *
 * @param aggregateId whose later records wait behind it
 * @param type the event's wire name as far as it is known
 * @param error what is wrong with it; null when it only waits behind another
 */
public record RecordToPark(
        ConsumerRecord<String, byte[]> record,
        String aggregateId,
        @Nullable String type,
        @Nullable String error) {

    private static final int LONGEST_AGGREGATE_ID = 255;

    /** The record's key as the database can hold it; a record without a key stands for itself. */
    public static String aggregateId(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        if (key == null) {
            return record.topic() + "-" + record.partition() + "@" + record.offset();
        }
        return storable(key.substring(0, Math.min(key.length(), LONGEST_AGGREGATE_ID)));
    }

    /** PostgreSQL stores no NUL. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
