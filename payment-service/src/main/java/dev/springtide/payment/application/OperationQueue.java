package dev.springtide.payment.application;

import java.time.Duration;
import java.util.List;

/** The durable queue of operations, shared by all instances. */
public interface OperationQueue {

    /**
     * Takes operations that are due, oldest first, skipping those somebody else is taking. Their
     * tries are stored when this returns.
     *
     * @param inDoubt takes those in doubt only, or those not in doubt only
     * @param lease judged by the database's clock
     */
    List<ClaimedOperation> claim(int atMost, boolean inDoubt, Duration lease);

    /** Tries whose lease ended without a word, as results that leave them in doubt. */
    List<Settlement.CallResult> abandoned(int atMost);
}
