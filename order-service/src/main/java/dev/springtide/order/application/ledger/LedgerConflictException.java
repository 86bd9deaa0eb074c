package dev.springtide.order.application.ledger;

/**
 * A claimed key turned out to be used: its first user committed between the snapshot of the claim
 * and its lock. The transaction must be rolled back and decided anew.
 */
public final class LedgerConflictException extends RuntimeException {

    public LedgerConflictException() {
        super("an idempotency key was used since it was claimed");
    }
}
