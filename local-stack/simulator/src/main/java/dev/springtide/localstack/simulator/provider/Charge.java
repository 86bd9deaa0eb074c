package dev.springtide.localstack.simulator.provider;

import org.jspecify.annotations.Nullable;

/**
 * A charge as the provider knows it.
 *
 * @param amount null for a charge voided before anybody asked for it
 * @param refunded in minor units, never above the amount
 */
record Charge(
        long n,
        String key,
        @Nullable String reference,
        @Nullable Amount amount,
        Status status,
        @Nullable String declineCode,
        @Nullable String fingerprint,
        long refunded) {

    record View(
            String id,
            String key,
            Status status,
            @Nullable String declineCode,
            @Nullable Amount amount,
            @Nullable Amount refunded) {}

    static Charge of(LedgerEntry entry) {
        return new Charge(
                entry.n(),
                entry.key(),
                entry.reference(),
                entry.amount(),
                entry.status(),
                entry.code(),
                entry.fingerprint(),
                0);
    }

    Charge withStatus(Status changed) {
        return new Charge(n, key, reference, amount, changed, declineCode, fingerprint, refunded);
    }

    Charge withRefund(long minor) {
        return new Charge(
                n, key, reference, amount, status, declineCode, fingerprint, refunded + minor);
    }

    View view() {
        return view(status);
    }

    /**
     * What somebody who charges under this key is told: money that was given back was not taken.
     */
    View chargeView() {
        return view(status == Status.VOIDED ? Status.CANCELED : status);
    }

    private View view(Status shown) {
        Amount givenBack =
                amount == null || refunded == 0 ? null : new Amount(refunded, amount.currency());
        return new View("ch_" + n, key, shown, declineCode, amount, givenBack);
    }
}
