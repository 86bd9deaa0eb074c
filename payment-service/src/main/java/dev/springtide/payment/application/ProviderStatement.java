package dev.springtide.payment.application;

import dev.springtide.payment.domain.LedgerLine;
import java.util.List;

/** The provider's list of what it has done for us, and for whoever else uses the account. */
public interface ProviderStatement {

    /**
     * The lines behind a position, oldest first; must not be called inside a transaction.
     *
     * @param limit lines at most, 1 to 1,000
     * @throws NeverLeftException when the provider cannot be reached
     * @throws UnclearAnswerException when its answer is not understood
     */
    List<LedgerLine> after(long position, int limit);
}
