package dev.springtide.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A committed event as the relay reads it. */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
record OutboxRow(
        long seq,
        UUID id,
        String topic,
        String type,
        String aggregateId,
        long aggregateVersion,
        @Nullable String traceparent,
        byte[] payload) {}
