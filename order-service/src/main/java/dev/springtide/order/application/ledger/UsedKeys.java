package dev.springtide.order.application.ledger;

import java.util.Optional;

/** Looks at the ledger without claiming anything. */
@FunctionalInterface
public interface UsedKeys {

    Optional<Claim.Used> find(LedgerKey key);
}
