package dev.springtide.order.application.saga;

import java.util.List;

/** Tells the others, in the transaction of the change. */
public interface OutboundEvents {

    /** Appends the events of all steps in order; the orders must be locked by this transaction. */
    void append(List<SagaStep> steps);
}
