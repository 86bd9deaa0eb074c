package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancelling undoes every effect, however far the order has come. */
class CancellationIT {
    private final Storefront alice = Shop.customer("alice");

    @Test
    void undoesAConfirmedOrder() {
        String tea = Shop.product("3.50", 5);
        Answer order = Shop.confirmed(alice, Basket.of(tea, 2));
        Eventually.within2Seconds(() -> Stock.assertThatIs(tea, 3, 0, 2));

        Answer accepted = alice.cancel(order.id());
        awaitCancelled(order.id());

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.text("/status")).isIn("CANCELLING", "CANCELLED");
        assertThat(alice.order(order.id()).text("/paymentStatus")).isEqualTo("VOIDED");
        Eventually.within2Seconds(() -> Stock.assertThatIs(tea, 5, 0, 0));
        assertThat(alice.get("/api/v1/payments/" + order.id()).text("/status")).isEqualTo("VOIDED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tok_visa",
                "tok_slow",
                "tok_timeout",
                "tok_timeout_before",
                "tok_error_once"
            })
    void undoesAnOrderThatIsOnItsWay(String token) {
        String tea = Shop.product("3.50", 5);
        Answer placed = alice.place(Basket.of(tea, 2).paying(token));

        Answer accepted = alice.cancel(placed.id());
        awaitCancelled(placed.id());

        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
        assertThat(alice.order(placed.id()).text("/paymentStatus")).isNotEqualTo("CAPTURED");
        Eventually.within2Seconds(() -> Stock.assertThatIs(tea, 5, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"reason\":\"changed my mind\"}"})
    void takesAnyOfTheAllowedBodies(String body) {
        Answer order = Shop.confirmed(alice, Basket.of(Shop.product("3.50", 5), 1));

        Answer accepted = alice.post("/api/v1/orders/" + order.id() + "/cancellation", body);

        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
    }

    @Test
    void mayBeRepeated() {
        Answer order = Shop.confirmed(alice, Basket.of(Shop.product("3.50", 5), 1));

        assertThat(alice.cancel(order.id()).status()).isEqualTo(202);
        assertThat(alice.cancel(order.id()).status()).isEqualTo(202);
        awaitCancelled(order.id());
        assertThat(alice.cancel(order.id()).status()).isEqualTo(202);
        assertThat(alice.cancel(order.id()).text("/status")).isEqualTo("CANCELLED");
    }

    @Test
    void mayBeAskedForByAnOperator() {
        Answer order = Shop.confirmed(alice, Basket.of(Shop.product("3.50", 5), 1));

        assertThat(Shop.operator().cancel(order.id()).status()).isEqualTo(202);
        awaitCancelled(order.id());
    }

    @Test
    void comesTooLateForARejectedOrder() {
        Answer rejected = Shop.outcome(alice, alice.place(Basket.of(Shop.product("3.50", 0), 1)));

        Problem.assertThatIs(alice.cancel(rejected.id()), 409, "too-late");
    }

    @Test
    void findsNobodyElsesOrder() {
        Answer order = Shop.confirmed(alice, Basket.of(Shop.product("3.50", 5), 1));

        Problem.assertThatIs(Shop.customer("mallory").cancel(order.id()), 404, "not-found");
        Problem.assertThatIs(alice.cancel(UUID.randomUUID().toString()), 404, "not-found");
        assertThat(alice.order(order.id()).text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void refusesABodyItDoesNotKnow() {
        Answer order = Shop.confirmed(alice, Basket.of(Shop.product("3.50", 5), 1));
        String path = "/api/v1/orders/" + order.id() + "/cancellation";

        Problem.assertThatIs(alice.post(path, "{\"because\":\"x\"}"), 400, "invalid-request");
        Problem.assertThatIs(
                alice.post(path, "{\"reason\":\"" + "x".repeat(201) + "\"}"),
                400,
                "invalid-request");
    }

    private void awaitCancelled(String id) {
        Eventually.soon(() -> assertThat(alice.order(id).text("/status")).isEqualTo("CANCELLED"));
    }
}
