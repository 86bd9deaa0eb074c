package dev.springtide.parking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record set aside by a consumer, with what the operator should know.
 *
 * @param id rises in the order of parking
 * @param aggregateId records of one aggregate and consumer are replayed in the order of their ids
 * @param error why it was parked; null for one that came behind a parked one
 * @param attempts how often a replay has failed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ParkedRecord(
        long id,
        String consumer,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        String aggregateId,
        @Nullable String type,
        List<Map.Entry<String, byte[]>> headers,
        byte @Nullable [] payload,
        @Nullable String error,
        Status status,
        Instant parkedAt,
        int attempts,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason) {

    /** Whether it still waits, and what became of it if not. */
    public enum Status {
        PARKED,
        REPLAYED,
        DISCARDED
    }
}
