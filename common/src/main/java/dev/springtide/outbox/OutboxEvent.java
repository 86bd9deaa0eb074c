package dev.springtide.outbox;

import dev.springtide.contract.DomainEvent;
import dev.springtide.id.UuidV7;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param id a version 7 id, unique for ever; readers see it again when a record is delivered twice
 * @param traceparent the W3C trace context of the cause
 * @param aggregateVersion the version of the aggregate after the change
 */
public record OutboxEvent(
        UUID id, @Nullable String traceparent, long aggregateVersion, DomainEvent event) {

    public static OutboxEvent of(
            UuidV7 ids, DomainEvent event, long aggregateVersion, @Nullable String traceparent) {
        return new OutboxEvent(ids.next(), traceparent, aggregateVersion, event);
    }

    /** When it happened by the application clock, for display only. */
    public Instant time() {
        return UuidV7.timestamp(id);
    }
}
