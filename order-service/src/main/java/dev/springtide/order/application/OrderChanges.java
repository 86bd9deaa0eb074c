package dev.springtide.order.application;

import dev.springtide.order.domain.OrderId;
import java.util.Collection;

/**
 * Wakes whoever in this instance waits for one of these orders. Called after the commit; a lost
 * call only costs time, because waiters also look for themselves.
 */
@FunctionalInterface
public interface OrderChanges {

    void changed(Collection<OrderId> ids);
}
