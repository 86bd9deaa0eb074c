package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's view of the stock, and adjusting it. */
class InventoryIT {
    private final Storefront operator = Shop.operator();
    private final String sku = Shop.product("3.50", 10);
    private final String adjustments = "/api/v1/inventory/" + sku + "/adjustments";

    @Test
    void anAdjustmentAnswersTheStockAfterIt() {
        Answer after = operator.postOnce(adjustments, Shop.adjustment(-4));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text("/sku")).isEqualTo(sku);
        assertThat(after.json().path("available").asInt()).isEqualTo(6);
        assertThat(after.json().path("onHand").asInt()).isEqualTo(6);
        Stock.assertThatIs(sku, 6, 0, 0);
    }

    @Test
    void anAdjustmentIsMadeOnce() {
        String key = UUID.randomUUID().toString();

        operator.post(adjustments, Shop.adjustment(5), "Idempotency-Key", key);
        Answer replay = operator.post(adjustments, Shop.adjustment(5), "Idempotency-Key", key);
        Answer other = operator.post(adjustments, Shop.adjustment(6), "Idempotency-Key", key);

        assertThat(replay.status()).isEqualTo(200);
        Problem.assertThatIs(other, 422, "idempotency-key-reused");
        Stock.assertThatIs(sku, 15, 0, 0);
    }

    @Test
    void stockNeverGoesBelowZero() {
        Problem.assertThatIs(
                operator.postOnce(adjustments, Shop.adjustment(-11)), 409, "insufficient-stock");
        Stock.assertThatIs(sku, 10, 0, 0);
        assertThat(operator.postOnce(adjustments, Shop.adjustment(-10)).status()).isEqualTo(200);
    }

    @Test
    void aSaleLowersWhatIsOnHand() {
        Shop.confirmed(Shop.customer("alice"), Basket.of(sku, 3));

        Eventually.within2Seconds(() -> Stock.assertThatIs(sku, 7, 0, 3));
    }

    @Test
    void aSoldOutProductRejectsTheNextOrder() {
        Storefront alice = Shop.customer("alice");
        Shop.confirmed(alice, Basket.of(sku, 10));

        Answer late = Shop.outcome(alice, alice.place(Basket.of(sku, 1)));

        assertThat(late.text("/reason")).isEqualTo("OUT_OF_STOCK");
        Eventually.within2Seconds(() -> Stock.assertThatIs(sku, 0, 0, 10));
    }

    @Test
    void isNeverCached() {
        assertThat(operator.get("/api/v1/inventory/" + sku).header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void anUnknownProductHasNoStock() {
        String unknown = "/api/v1/inventory/" + Shop.freshSku();

        Problem.assertThatIs(operator.get(unknown), 404, "not-found");
        Problem.assertThatIs(
                operator.postOnce(unknown + "/adjustments", Shop.adjustment(1)), 404, "not-found");
    }

    @Test
    void anAdjustmentNeedsAKey() {
        Problem.assertThatIs(
                operator.post(adjustments, Shop.adjustment(1)), 400, "missing-idempotency-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"delta\":1}",
                "{\"delta\":\"1\",\"reason\":\"restock\"}",
                "{\"delta\":1.5,\"reason\":\"restock\"}",
                "{\"delta\":1,\"reason\":\"restock\",\"by\":\"me\"}",
                "{\"delta\":99999999999999999999,\"reason\":\"restock\"}"
            })
    void refusesAnUnsoundAdjustment(String body) {
        Problem.assertThatIs(operator.postOnce(adjustments, body), 400, "invalid-request");
    }
}
