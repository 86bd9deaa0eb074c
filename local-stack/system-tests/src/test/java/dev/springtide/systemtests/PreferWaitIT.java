package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code Prefer: wait=n} holds the answer for the outcome, and no longer. */
class PreferWaitIT {
    private final Storefront alice = Shop.customer("alice");
    private final String sku = Shop.product("3.50", 100);

    @Test
    void answersWithTheOutcome() {
        Answer order = placeWaiting(Basket.of(sku, 1), "wait=10");

        assertThat(order.status()).isEqualTo(201);
        assertThat(order.text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void answersWithARejection() {
        Answer order = placeWaiting(Basket.of(sku, 1).paying("tok_declined"), "wait=10");

        assertThat(order.status()).isEqualTo(201);
        assertThat(order.text("/status")).isEqualTo("REJECTED");
        assertThat(order.text("/reason")).isEqualTo("PAYMENT_DECLINED");
    }

    @Test
    void answersInTimeWhenThereIsNoOutcome() {
        Instant asked = Instant.now();

        Answer order = placeWaiting(Basket.of(sku, 1).paying("tok_slow"), "wait=1");

        assertThat(order.status()).isEqualTo(201);
        assertThat(order.text("/status")).isIn("PENDING", "RESERVED");
        assertThat(Duration.between(asked, Instant.now()))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    private Answer placeWaiting(Basket basket, String prefer) {
        return alice.post(
                "/api/v1/orders",
                basket.json(),
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Prefer",
                prefer);
    }
}
