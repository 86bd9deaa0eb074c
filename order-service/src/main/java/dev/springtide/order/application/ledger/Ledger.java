package dev.springtide.order.application.ledger;

import java.util.List;

/**
 * The memory of used idempotency keys. Both methods run inside the caller's transaction, which also
 * writes what the keys stand for: an entry without its resource cannot exist.
 */
public interface Ledger {

    /** One claim for each key, in the same order. Never waits for another transaction. */
    List<Claim> claim(List<LedgerKey> keys);

    /**
     * Stores fresh claims.
     *
     * @throws LedgerConflictException when one of them was stored since it was claimed
     */
    void record(List<LedgerEntry> entries);
}
