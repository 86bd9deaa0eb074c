package dev.springtide.contract.order.v1;

import dev.springtide.money.Money;
import java.util.Objects;
import java.util.UUID;

/** Stock is reserved: take the payment. The token is readable by payment-service only. */
public record PaymentRequested(UUID orderId, String customerId, Money amount, String encryptedToken)
        implements OrderEvent {

    public PaymentRequested {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(encryptedToken, "encryptedToken");
    }
}
