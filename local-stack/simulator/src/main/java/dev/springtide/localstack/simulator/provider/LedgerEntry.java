package dev.springtide.localstack.simulator.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One durable fact of the ledger: a charge decided, a charge voided or canceled, a refund decided.
 *
 * @param n position in the ledger, from 1 without gaps; 0 until it is durable
 * @param key the idempotency key of the operation; for a void the charge's key
 * @param amount null when a charge was voided before anybody asked for it
 * @param code why it was declined or failed
 * @param fingerprint of the request, to tell a replay from a key used twice; the token is not kept
 */
record LedgerEntry(
        long n,
        Kind kind,
        String key,
        String chargeKey,
        @Nullable String reference,
        @Nullable Amount amount,
        Status status,
        @Nullable String code,
        @Nullable String fingerprint,
        Instant at) {

    enum Kind {
        @JsonProperty("charge")
        CHARGE,
        @JsonProperty("void")
        VOID,
        @JsonProperty("refund")
        REFUND
    }

    /** The entry as auditors see it. */
    record View(
            long n,
            Kind kind,
            String key,
            String chargeKey,
            @Nullable String reference,
            @Nullable Amount amount,
            Status status,
            Instant at) {}

    static LedgerEntry charge(String key, ChargeRequest request) {
        String declineCode = request.declineCode();
        return new LedgerEntry(
                0,
                Kind.CHARGE,
                key,
                key,
                request.reference(),
                request.amount(),
                declineCode == null ? Status.CAPTURED : Status.DECLINED,
                declineCode,
                request.fingerprint(),
                Instant.now());
    }

    static LedgerEntry voided(Charge charge) {
        return new LedgerEntry(
                0,
                Kind.VOID,
                charge.key(),
                charge.key(),
                charge.reference(),
                charge.amount(),
                Status.VOIDED,
                null,
                null,
                Instant.now());
    }

    static LedgerEntry canceled(String key) {
        return new LedgerEntry(
                0, Kind.VOID, key, key, null, null, Status.CANCELED, null, null, Instant.now());
    }

    /**
     * @param charge null when there is none under the key
     * @param refusal null when the money goes back
     */
    static LedgerEntry refund(
            String key, RefundRequest request, @Nullable Charge charge, @Nullable String refusal) {
        return new LedgerEntry(
                0,
                Kind.REFUND,
                key,
                request.chargeKey(),
                charge == null ? null : charge.reference(),
                request.amount(),
                refusal == null ? Status.SUCCEEDED : Status.FAILED,
                refusal,
                null,
                Instant.now());
    }

    LedgerEntry numbered(long position) {
        return new LedgerEntry(
                position, kind, key, chargeKey, reference, amount, status, code, fingerprint, at);
    }

    View view() {
        return new View(n, kind, key, chargeKey, reference, amount, status, at);
    }
}
