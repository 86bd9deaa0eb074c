package dev.springtide.contract.order.v1;

import java.util.Objects;
import java.util.UUID;

/**
 * An operator has moved the order on by hand. Who and why stay in order-service's audit trail.
 *
 * @param action CANCEL, or RETRY when what the order waits for was asked for again
 * @param fromStatus the order's status before; the same as {@code toStatus} for RETRY
 */
public record OrderCorrected(
        UUID orderId,
        String customerId,
        UUID correctionId,
        String action,
        String fromStatus,
        String toStatus)
        implements OrderEvent {

    public OrderCorrected {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(correctionId, "correctionId");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(fromStatus, "fromStatus");
        Objects.requireNonNull(toStatus, "toStatus");
    }
}
