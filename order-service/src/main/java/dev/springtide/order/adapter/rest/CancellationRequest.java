package dev.springtide.order.adapter.rest;

import org.jspecify.annotations.Nullable;

/** The body of a cancellation, which may be missing altogether. */
record CancellationRequest(@Nullable String reason) {

    static @Nullable String checkedReason(@Nullable CancellationRequest body) {
        FieldChecks checks = new FieldChecks();
        String reason = body == null ? null : checks.optional("reason", body.reason());
        checks.complete();
        return reason;
    }
}
