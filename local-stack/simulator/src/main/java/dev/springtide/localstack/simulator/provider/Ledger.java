package dev.springtide.localstack.simulator.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The provider's memory: the ledger and what follows from it. Only durable entries are applied, in
 * the order of their numbers, by one thread at a time; reading is open to all.
 */
final class Ledger {

    private final Map<String, Charge> charges = new ConcurrentHashMap<>();
    private final Map<String, Refund> refunds = new ConcurrentHashMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();

    @Nullable Charge charge(String key) {
        return charges.get(key);
    }

    @Nullable Refund refund(String key) {
        return refunds.get(key);
    }

    /** At most `limit` entries with a number above `after`. */
    List<LedgerEntry> page(long after, int limit) {
        synchronized (entries) {
            int from = (int) Math.min(after, entries.size());
            return List.copyOf(entries.subList(from, Math.min(from + limit, entries.size())));
        }
    }

    void apply(LedgerEntry entry) {
        switch (entry.kind()) {
            case CHARGE -> charges.put(entry.key(), Charge.of(entry));
            case VOID ->
                    charges.merge(
                            entry.key(),
                            Charge.of(entry),
                            (known, canceled) -> known.withStatus(entry.status()));
            case REFUND -> applyRefund(entry);
        }
        synchronized (entries) {
            entries.add(entry);
        }
    }

    private void applyRefund(LedgerEntry entry) {
        Amount amount = entry.amount();
        if (entry.status() == Status.SUCCEEDED && amount != null) {
            charges.computeIfPresent(
                    entry.chargeKey(), (key, charge) -> charge.withRefund(amount.minor()));
        }
        refunds.put(entry.key(), Refund.of(entry));
    }
}
