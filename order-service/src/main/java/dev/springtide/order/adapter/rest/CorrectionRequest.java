package dev.springtide.order.adapter.rest;

import dev.springtide.order.domain.CorrectionAction;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a correction as it was parsed; nothing in it is checked yet. */
record CorrectionRequest(@Nullable String action, @Nullable String reason, @Nullable Long version) {

    /** A body whose shape is right. */
    record Checked(CorrectionAction action, String reason, long version) {}

    Checked checked() {
        FieldChecks checks = new FieldChecks();
        Optional<CorrectionAction> wanted =
                Arrays.stream(CorrectionAction.values())
                        .filter(known -> known.name().equals(action))
                        .findFirst();
        if (wanted.isEmpty()) {
            checks.reject("action", "must be CANCEL or RETRY");
        }
        String why = checks.required("reason", reason);
        if (version == null || version < 1) {
            checks.reject("version", "must be the order's version, at least 1");
        }
        checks.complete();
        return new Checked(wanted.orElseThrow(), why, version == null ? 0 : version);
    }
}
