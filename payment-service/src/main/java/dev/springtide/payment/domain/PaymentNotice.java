package dev.springtide.payment.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way to the order.
 *
 * @param version of the payment with this fact; rises by one with each
 */
public record PaymentNotice(
        UUID orderId,
        UUID paymentId,
        long version,
        @Nullable String traceparent,
        PaymentFact fact) {}
