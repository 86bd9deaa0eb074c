package dev.springtide.order.application.ledger;

import java.util.UUID;

/** A key that was used, and for what. */
public record LedgerEntry(LedgerKey key, Fingerprint fingerprint, UUID resourceId) {}
