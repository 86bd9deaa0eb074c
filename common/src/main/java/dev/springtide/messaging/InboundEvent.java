package dev.springtide.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was received. It may come again with the same id.
 *
 * @param type the wire name, such as {@code dev.springtide.order.created.v1}
 * @param aggregateId the record key
 * @param aggregateVersion the version of the producer's aggregate after the change
 * @param time when it happened by the producer's clock, for display only
 * @param traceparent the W3C trace context of the cause
 */
public record InboundEvent<E>(
        UUID id,
        String type,
        String aggregateId,
        long aggregateVersion,
        Instant time,
        @Nullable String traceparent,
        E event) {}
