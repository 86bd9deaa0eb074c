package dev.springtide.payment.application;

import dev.springtide.payment.domain.PaymentCase;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The payments with their operations, inside a transaction. */
public interface PaymentCases {

    /**
     * Those that exist, locked until the transaction ends; locks are taken in the order of the ids.
     */
    Map<UUID, PaymentCase> lock(Collection<UUID> orderIds);

    /**
     * Stores what changed. When somebody else opened one of the payments meanwhile it throws a
     * transient failure: the transaction has to be decided anew.
     */
    void save(Collection<PaymentCase> cases);
}
