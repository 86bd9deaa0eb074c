package dev.springtide.parking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parked record as JSON; a body that is not text loses what is not. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ParkedRecordView(
        long id,
        String consumer,
        String topic,
        int partition,
        long offset,
        String aggregateId,
        @Nullable String type,
        ParkedRecord.Status status,
        @Nullable String error,
        int attempts,
        Instant parkedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason,
        @Nullable Map<String, String> headers,
        @Nullable String body) {

    static ParkedRecordView summary(ParkedRecord record) {
        return of(record, null, null);
    }

    static ParkedRecordView whole(ParkedRecord record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.getKey(), text(h.getValue())));
        return of(record, headers, text(record.payload()));
    }

    private static ParkedRecordView of(
            ParkedRecord record, @Nullable Map<String, String> headers, @Nullable String body) {
        return new ParkedRecordView(
                record.id(),
                record.consumer(),
                record.topic(),
                record.partition(),
                record.offset(),
                record.aggregateId(),
                record.type(),
                record.status(),
                record.error(),
                record.attempts(),
                record.parkedAt(),
                record.resolvedAt(),
                record.resolvedBy(),
                record.reason(),
                headers,
                body);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
