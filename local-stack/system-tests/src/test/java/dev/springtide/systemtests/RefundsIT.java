package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money given back, never more than was taken. */
class RefundsIT {
    private final Storefront alice = Shop.customer("alice");
    private final Storefront operator = Shop.operator();
    private final String sku = Shop.product("10.00", 100);

    @Test
    void givesAllBack() {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 2));

        Answer refund = refund(order.id(), "20.00");
        awaitRefunded(order.id(), "REFUNDED", "20.00");

        assertThat(refund.status()).as("%s", refund).isEqualTo(201);
        assertThat(refund.id()).isNotEmpty();
        assertThat(refund.text("/status")).isIn("PENDING", "SUCCEEDED");
        assertThat(refund.text("/amount/amount")).isEqualTo("20.00");
        Answer after = alice.order(order.id());
        assertThat(after.text("/status")).isEqualTo("CONFIRMED");
        assertThat(after.text("/refunds/0/id")).isEqualTo(refund.id());
        assertThat(after.text("/refunds/0/status")).isEqualTo("SUCCEEDED");
    }

    @Test
    void givesPartsBackUpToTheRemainder() {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 2));

        assertThat(refund(order.id(), "5.00").status()).isEqualTo(201);
        awaitRefunded(order.id(), "PARTIALLY_REFUNDED", "5.00");
        Problem.assertThatIs(refund(order.id(), "15.01"), 422, "refund-exceeds-captured");
        assertThat(refund(order.id(), "15.00").status()).isEqualTo(201);
        awaitRefunded(order.id(), "REFUNDED", "20.00");
        Problem.assertThatIs(refund(order.id(), "0.01"), 422, "refund-exceeds-captured");
        assertThat(alice.order(order.id()).json().get("refunds")).hasSize(2);
    }

    @Test
    void isMadeOncePerKey() {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 2));
        String key = UUID.randomUUID().toString();

        Answer first = refund(order.id(), "5.00", key);
        Answer replay = refund(order.id(), "5.00", key);

        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.id()).isEqualTo(first.id());
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        Problem.assertThatIs(refund(order.id(), "6.00", key), 422, "idempotency-key-reused");
        awaitRefunded(order.id(), "PARTIALLY_REFUNDED", "5.00");
        assertThat(alice.order(order.id()).json().get("refunds")).hasSize(1);
    }

    @Test
    void aCancelledOrderGetsOnlyTheRemainderBack() {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 2));
        refund(order.id(), "5.00");
        awaitRefunded(order.id(), "PARTIALLY_REFUNDED", "5.00");

        alice.cancel(order.id());

        Eventually.soon(
                () -> assertThat(alice.order(order.id()).text("/status")).isEqualTo("CANCELLED"));
        awaitRefunded(order.id(), "REFUNDED", "20.00");
    }

    @Test
    void isRefusedWhereNothingWasTaken() {
        Answer declined =
                Shop.outcome(alice, alice.place(Basket.of(sku, 1).paying("tok_declined")));

        Problem.assertThatIs(refund(declined.id(), "1.00"), 409, "refund-not-allowed");
        Problem.assertThatIs(refund(UUID.randomUUID().toString(), "1.00"), 404, "not-found");
    }

    @Test
    void isRefusedInAnotherCurrency() {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 1));

        Answer answer =
                operator.postOnce(
                        path(order.id()), body("{\"amount\":\"1.00\",\"currency\":\"USD\"}"));

        Problem.assertThatIs(answer, 422, "currency-mismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":\"0.00\",\"currency\":\"EUR\"}",
                "{\"amount\":\"-1.00\",\"currency\":\"EUR\"}",
                "{\"amount\":1,\"currency\":\"EUR\"}",
                "null"
            })
    void refusesAnUnsoundAmount(String amount) {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 1));

        Problem.assertThatIs(
                operator.postOnce(path(order.id()), body(amount)), 400, "invalid-request");
    }

    @Test
    void needsAKey() {
        Answer order = Shop.confirmed(alice, Basket.of(sku, 1));
        String amount = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";

        Problem.assertThatIs(
                operator.post(path(order.id()), body(amount)), 400, "missing-idempotency-key");
    }

    private Answer refund(String order, String amount) {
        return refund(order, amount, UUID.randomUUID().toString());
    }

    private Answer refund(String order, String amount, String key) {
        String money = "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
        return operator.post(path(order), body(money), "Idempotency-Key", key);
    }

    private void awaitRefunded(String order, String paymentStatus, String refunded) {
        Eventually.soon(() -> {
            assertThat(alice.order(order).text("/paymentStatus")).isEqualTo(paymentStatus);
            assertThat(alice.get("/api/v1/payments/" + order).text("/refunded/amount"))
                    .isEqualTo(refunded);
        });
    }

    private static String path(String order) {
        return "/api/v1/orders/" + order + "/refunds";
    }

    private static String body(String amount) {
        return "{\"amount\":" + amount + ",\"reason\":\"broken on arrival\"}";
    }
}
