package dev.springtide.payment.application;

import dev.springtide.payment.domain.LedgerLine;
import dev.springtide.payment.domain.OwnRecord;
import dev.springtide.payment.domain.Payment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our side of the reconciliation, and how far it has come. */
public interface ReconciliationBooks {

    /** The position up to which the provider's list is reconciled. */
    long position();

    /** What we know of the lines' charges, by position; lines of none of ours are missing. */
    Map<Long, OwnRecord> find(Collection<LedgerLine> lines);

    /** The positions of those lines that name an order of ours. */
    Set<Long> namingOurOrders(Collection<LedgerLine> lines);

    /**
     * Goes on to a position, marks payments whose capture the provider has too, and keeps what
     * could not be explained: one transaction.
     */
    void reconciled(long position, Collection<UUID> paymentIds, List<Difference> differences);

    /**
     * Payments that we believe captured and that the provider's list has not shown, of orders that
     * are old enough and were not looked at before; the oldest first.
     */
    List<Payment> unseen(int limit);

    /**
     * The list was read to its present end.
     *
     * @param unseen the payments that were looked at
     */
    void completed(List<Payment> unseen, List<Difference> differences);

    /**
     * Something that nothing we know explains.
     *
     * @param position in the provider's list; 0 for what is not on it
     */
    record Difference(long position, String key, @Nullable String reference, String why) {}
}
