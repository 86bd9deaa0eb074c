package dev.springtide.localstack.simulator.provider;

import org.jspecify.annotations.Nullable;

/** A refund, succeeded or failed for good. */
record Refund(
        String id,
        String key,
        String chargeKey,
        @Nullable Amount amount,
        Status status,
        @Nullable String reason) {

    static Refund of(LedgerEntry entry) {
        return new Refund(
                "re_" + entry.n(),
                entry.key(),
                entry.chargeKey(),
                entry.amount(),
                entry.status(),
                entry.code());
    }
}
