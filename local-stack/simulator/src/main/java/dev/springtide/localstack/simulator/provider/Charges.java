package dev.springtide.localstack.simulator.provider;

import dev.springtide.localstack.simulator.http.Answer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides charges, voids and refunds. All that touches a charge happens under its key's lock and is
 * durable before the lock is released: each key is charged at most once, however many ask for it.
 * How often a key was tried in vain is forgotten with the process.
 */
final class Charges {

    private final Ledger ledger;
    private final Journal journal;
    private final WebhookSender webhooks;
    private final KeyLocks chargeLocks = new KeyLocks();
    private final KeyLocks refundLocks = new KeyLocks();
    private final Map<String, Integer> vainTries = new ConcurrentHashMap<>();

    Charges(Ledger ledger, Journal journal, WebhookSender webhooks) {
        this.ledger = ledger;
        this.journal = journal;
        this.webhooks = webhooks;
    }

    Answer charge(String key, ChargeRequest request, ProviderSettings settings) {
        return chargeLocks.holding(
                key,
                () -> {
                    Charge known = ledger.charge(key);
                    return known == null
                            ? decide(key, request, settings)
                            : replay(known, request.fingerprint());
                });
    }

    Answer cancel(String key, ProviderSettings settings) {
        return chargeLocks.holding(
                key,
                () -> {
                    Charge known = ledger.charge(key);
                    if (known == null) {
                        journal.append(LedgerEntry.canceled(key));
                    } else if (known.refunded() > 0) {
                        return Answer.error(409, "already_refunded");
                    } else if (known.status() == Status.CAPTURED) {
                        LedgerEntry entry = journal.append(LedgerEntry.voided(known));
                        webhooks.announce("charge.voided", entry, settings, false);
                    }
                    return found(key);
                });
    }

    /** A refund's key is locked before its charge's, never the other way round. */
    Answer refund(String key, RefundRequest request, ProviderSettings settings) {
        return refundLocks.holding(
                key,
                () -> {
                    Refund known = ledger.refund(key);
                    if (known != null) {
                        return request.same(known) ? Answer.ok(known) : keyReused();
                    }
                    return chargeLocks.holding(
                            request.chargeKey(), () -> decideRefund(key, request, settings));
                });
    }

    Answer found(String key) {
        Charge charge = ledger.charge(key);
        return charge == null ? Answer.error(404, "not_found") : Answer.ok(charge.view());
    }

    private Answer decide(String key, ChargeRequest request, ProviderSettings settings) {
        int attempt = vainTries.getOrDefault(key, 0) + 1;
        Fault fault = Fault.of(settings, request.token(), key, attempt);
        if (fault.beforeCharge()) {
            vainTries.put(key, attempt);
            return answerWith(fault, Answer.NEVER);
        }
        LedgerEntry entry = journal.append(LedgerEntry.charge(key, request));
        vainTries.remove(key);
        String type = entry.status() == Status.CAPTURED ? "charge.captured" : "charge.declined";
        webhooks.announce(type, entry, settings, fault != Fault.NONE);
        return answerWith(fault, Answer.ok(Charge.of(entry).chargeView()));
    }

    private static Answer replay(Charge known, String fingerprint) {
        boolean same = known.fingerprint() == null || known.fingerprint().equals(fingerprint);
        return same ? Answer.ok(known.chargeView()) : keyReused();
    }

    private Answer decideRefund(String key, RefundRequest request, ProviderSettings settings) {
        Charge charge = ledger.charge(request.chargeKey());
        String refusal = refusal(charge, request.amount());
        LedgerEntry entry = journal.append(LedgerEntry.refund(key, request, charge, refusal));
        if (refusal == null) {
            webhooks.announce("refund.succeeded", entry, settings, false);
        }
        return Answer.ok(Refund.of(entry));
    }

    private static @Nullable String refusal(@Nullable Charge charge, Amount amount) {
        if (charge == null) {
            return "charge_not_found";
        }
        if (charge.status() != Status.CAPTURED || charge.amount() == null) {
            return "not_captured";
        }
        if (!charge.amount().sameCurrency(amount)) {
            return "currency_mismatch";
        }
        long remainder = charge.amount().minor() - charge.refunded();
        return amount.minor() > remainder ? "exceeds_captured" : null;
    }

    private static Answer answerWith(Fault fault, Answer sound) {
        return switch (fault) {
            case NONE -> sound;
            case SILENT_BEFORE, SILENT_AFTER -> Answer.NEVER;
            case ERROR_BEFORE, ERROR_AFTER -> Answer.error(500, "internal_error");
        };
    }

    private static Answer keyReused() {
        return Answer.error(422, "idempotency_key_reused");
    }
}
