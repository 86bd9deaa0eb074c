package dev.springtide.order.application.saga;

import dev.springtide.id.UuidV7;
import dev.springtide.order.application.ledger.Claim;
import dev.springtide.order.application.ledger.Fingerprint;
import dev.springtide.order.application.ledger.Ledger;
import dev.springtide.order.application.ledger.LedgerEntry;
import dev.springtide.order.application.ledger.LedgerKey;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries a request out once for its key, in one transaction: the key and what it made are stored
 * together or not at all, so a refused request leaves its key unused.
 */
final class OncePerKey {

    private final Ledger ledger;
    private final UuidV7 ids;
    private final TransactionOperations transactions;

    OncePerKey(Ledger ledger, UuidV7 ids, TransactionOperations transactions) {
        this.ledger = ledger;
        this.ids = ids;
        this.transactions = transactions;
    }

    /**
     * Answers with what the key has made, or makes it.
     *
     * @param find reads what was made under this id
     * @param make makes it under a fresh id
     * @throws RequestInFlightException when a request with the same key is being carried out
     * @throws KeyReusedException when the key stands for another request
     */
    <R> KeyedAnswer<R> answer(
            LedgerKey key,
            Fingerprint fingerprint,
            Function<UUID, R> find,
            Function<UUID, R> make) {
        return transactions.execute(status -> claimed(key, fingerprint, find, make));
    }

    private <R> KeyedAnswer<R> claimed(
            LedgerKey key,
            Fingerprint fingerprint,
            Function<UUID, R> find,
            Function<UUID, R> make) {
        return switch (ledger.claim(List.of(key)).getFirst()) {
            case Claim.Busy() -> throw new RequestInFlightException();
            case Claim.Used(Fingerprint used, UUID id) -> {
                if (!used.equals(fingerprint)) {
                    throw new KeyReusedException();
                }
                yield new KeyedAnswer<>(find.apply(id), true);
            }
            case Claim.Fresh() -> {
                UUID id = ids.next();
                R made = make.apply(id);
                ledger.record(List.of(new LedgerEntry(key, fingerprint, id)));
                yield new KeyedAnswer<>(made, false);
            }
        };
    }
}
