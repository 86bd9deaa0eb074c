package dev.springtide.order.application.saga;

import dev.springtide.order.domain.OrderId;
import java.util.List;
import java.util.UUID;

/** The audit trail of corrections by hand, read without a lock. */
public interface Corrections {

    /** The correction of a kept key. */
    CorrectionEntry get(OrderId orderId, UUID correctionId);

    /** All corrections of an order, the oldest first. */
    List<CorrectionEntry> of(OrderId orderId);
}
