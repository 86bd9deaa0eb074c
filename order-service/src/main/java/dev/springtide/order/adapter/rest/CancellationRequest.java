package dev.springtide.order.adapter.rest;

import org.jspecify.annotations.Nullable;

/** The body of a cancellation, which may be missing altogether. */
record CancellationRequest(@Nullable String reason) {

    @Nullable String validReason() {
        return reason == null ? null : Reasons.bounded(reason);
    }
}
