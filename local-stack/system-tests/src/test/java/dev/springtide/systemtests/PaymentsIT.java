package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The payment of an order, as far as it is shown. */
class PaymentsIT {
    private final Storefront alice = Shop.customer("alice");
    private final String sku = Shop.product("10.00", 100);

    @Test
    void showsWhatWasTakenAndNoSecret() {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 2));

        Answer payment = alice.get("/api/v1/payments/" + order.id());

        assertThat(payment.status()).isEqualTo(200);
        assertThat(payment.text("/orderId")).isEqualTo(order.id());
        assertThat(payment.text("/status")).isEqualTo("CAPTURED");
        assertThat(payment.text("/amount/amount")).isEqualTo("20.00");
        assertThat(payment.text("/captured/amount")).isEqualTo("20.00");
        assertThat(payment.text("/refunded/amount")).isEqualTo("0.00");
        assertThat(payment.json().get("attempts")).isNotEmpty();
        assertThat(payment.body()).doesNotContainIgnoringCase("token", "tok_");
    }

    @Test
    void showsADeclinedPayment() {
        Answer order = Shop.outcome(alice, alice.place(Basket.of(sku, 1).paying("tok_declined")));

        Answer payment = alice.get("/api/v1/payments/" + order.id());

        assertThat(payment.text("/status")).isEqualTo("DECLINED");
        assertThat(payment.text("/captured/amount")).isEqualTo("0.00");
    }

    @Test
    void isShownToItsCustomerAndOperatorsOnly() {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 1));
        String path = "/api/v1/payments/" + order.id();

        Problem.assertThatIs(Shop.customer("mallory").get(path), 404, "not-found");
        assertThat(Shop.operator().get(path).status()).isEqualTo(200);
    }

    @Test
    void isNotThereBeforeItWasRequested() {
        Answer rejected = Shop.outcome(alice, alice.place(Basket.of(Shop.product("1.00", 0), 1)));

        Problem.assertThatIs(alice.get("/api/v1/payments/" + UUID.randomUUID()), 404, "not-found");
        Problem.assertThatIs(alice.get("/api/v1/payments/" + rejected.id()), 404, "not-found");
    }
}
