package dev.springtide.payment.application;

import java.util.Optional;
import java.util.UUID;

/** Payments for reading. */
@FunctionalInterface
public interface PaymentViews {

    Optional<PaymentView> find(UUID orderId);
}
