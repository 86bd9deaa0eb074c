package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import dev.springtide.token.PaymentTokenCipher;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlaceOrderIT {

    @AutoClose
    private static final RunningOrderService SERVICE = RunningOrderService.withBoard("place_order");

    private static final TestDatabase TABLES = SERVICE.tables();
    private static final OrderClient ALICE = SERVICE.customer("alice");

    @BeforeAll
    static void products() {
        TABLES.product("WAX", 399, "EUR");
        TABLES.product("SAKE", 500, "JPY");
        TABLES.product("GOLD", Long.MAX_VALUE / 100, "EUR");
    }

    @Test
    void asksForItsStockAgainAfterTwoMinutes() {
        UUID id = UUID.fromString(ALICE.placed("repeat", body("BOARD", 1)));

        assertThat(
                        TABLES.count(
                                """
                                SELECT count(*) FROM orders WHERE id = ? AND repeats = 0
                                   AND repeat_at - now() BETWEEN interval '100 seconds' AND interval '2 minutes'
                                """,
                                id))
                .isEqualTo(1);
    }

    @Test
    void answersWithTheOrderAsItWasWritten() {
        String lines = "{\"sku\":\"BOARD\",\"quantity\":2},{\"sku\":\"WAX\",\"quantity\":1}";
        Answer placed = ALICE.place("written", body(lines, "EUR", ""));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.header("Location")).isEqualTo("/api/v1/orders/" + placed.id());
        assertThat(placed.header("ETag")).isEqualTo("\"1\"");
        assertThat(placed.header("Idempotency-Replayed")).isEmpty();
        JsonNode order = placed.json();
        assertThat(order.get("status").asString()).isEqualTo("PENDING");
        assertThat(order.has("reason")).isTrue();
        assertThat(order.get("reason").isNull()).isTrue();
        assertThat(order.get("customerId").asString()).isEqualTo("alice");
        assertThat(order.get("paymentStatus").asString()).isEqualTo("NONE");
        assertThat(order.get("fulfillmentStatus").asString()).isEqualTo("UNFULFILLED");
        assertThat(order.at("/total/amount").asString()).isEqualTo("28.99");
        assertThat(order.at("/lines/0/name").asString()).isEqualTo("Product BOARD");
        assertThat(order.at("/lines/0/lineTotal/amount").asString()).isEqualTo("25.00");
        assertThat(order.at("/lines/1/unitPrice/amount").asString()).isEqualTo("3.99");
        assertThat(order.at("/shippingAddress/country").asString()).isEqualTo("FR");
        assertThat(order.get("shipments")).isEmpty();
        assertThat(order.get("refunds")).isEmpty();
        assertThat(order.get("expiresAt").asString()).isNotBlank();
        assertThat(order.get("version").asLong()).isEqualTo(1);
        assertThat(ALICE.get("/api/v1/orders/" + placed.id()).json()).isEqualTo(order);
    }

    @Test
    void writesTheFirstStepAndOneEvent() {
        String id = ALICE.placed("event", body("BOARD", 3));

        JsonNode steps = ALICE.get("/api/v1/orders/" + id + "/timeline").json().get("items");
        assertThat(steps).hasSize(1);
        assertThat(steps.at("/0/from").isNull()).isTrue();
        assertThat(steps.at("/0/to").asString()).isEqualTo("PENDING");
        assertThat(steps.at("/0/trigger").asString()).isEqualTo("PLACED");
        assertThat(steps.at("/0/at").asString()).isNotBlank();
        assertThat(
                        TABLES.jdbc()
                                .queryForList(
                                        "SELECT type || ' ' || aggregate_version FROM outbox"
                                                + " WHERE aggregate_id = ?",
                                        String.class,
                                        id))
                .containsExactly("dev.springtide.order.created.v1 1");
        assertThat(
                        TABLES.count(
                                "SELECT count(*) FROM orders WHERE id = ?::uuid AND traceparent"
                                        + " LIKE '00-%'",
                                id))
                .isOne();
    }

    @Test
    void keepsThePaymentTokenOnlyEncrypted() {
        UUID id = UUID.fromString(ALICE.placed("secret", body("BOARD", 1)));

        String stored =
                Objects.requireNonNull(
                        TABLES.jdbc()
                                .queryForObject(
                                        "SELECT payment_token FROM orders WHERE id = ?",
                                        String.class,
                                        id));
        assertThat(stored).doesNotContain("tok_visa");
        assertThat(SERVICE.bean(PaymentTokenCipher.class).decrypt(stored, id))
                .isEqualTo("tok_visa");
        assertThat(
                        TABLES.count(
                                "SELECT count(*) FROM outbox WHERE position('tok_visa' IN"
                                        + " convert_from(payload, 'UTF8')) > 0"))
                .isZero();
    }

    @Test
    void mergesLinesOfTheSameProduct() {
        String lines =
                """
                {"sku":"WAX","quantity":2},{"sku":"BOARD","quantity":1},{"sku":"WAX","quantity":3}\
                """;
        JsonNode order = ALICE.place("merged", body(lines, "EUR", "")).json();

        assertThat(order.get("lines")).hasSize(2);
        assertThat(order.at("/lines/0/sku").asString()).isEqualTo("WAX");
        assertThat(order.at("/lines/0/quantity").asInt()).isEqualTo(5);
        String many = "{\"sku\":\"WAX\",\"quantity\":999},{\"sku\":\"WAX\",\"quantity\":1}";
        Answer tooMany = ALICE.place("too-many", body(many, "EUR", ""));
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.problem()).isEqualTo("unprocessable");
    }

    @Test
    void refusesInTheBindingOrder() {
        String unknown = "{\"sku\":\"NOPE\",\"quantity\":1},{\"sku\":\"SAKE\",\"quantity\":1}";
        String expected = ",\"expectedTotal\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}";

        Answer first = ALICE.place("order-1", body(unknown, "EUR", expected));
        assertThat(first.status()).isEqualTo(422);
        assertThat(first.problem()).isEqualTo("unknown-product");
        assertThat(first.json().at("/skus/0").asString()).isEqualTo("NOPE");

        Answer second =
                ALICE.place("order-1", body("{\"sku\":\"SAKE\",\"quantity\":1}", "EUR", expected));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.problem()).isEqualTo("currency-mismatch");

        Answer third =
                ALICE.place("order-1", body("{\"sku\":\"BOARD\",\"quantity\":1}", "EUR", expected));
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.problem()).isEqualTo("price-changed");
        assertThat(third.json().at("/total/amount").asString()).isEqualTo("12.50");

        Answer tooLarge = ALICE.place("order-1", body("GOLD", 999));
        assertThat(tooLarge.status()).isEqualTo(422);
        assertThat(tooLarge.problem()).isEqualTo("unprocessable");
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        assertThat(ALICE.place("free", body("NOPE", 1)).status()).isEqualTo(422);
        Answer placed =
                ALICE.place(
                        "free",
                        body(
                                "{\"sku\":\"BOARD\",\"quantity\":1}",
                                "EUR",
                                ",\"expectedTotal\":{\"amount\":\"12.50\",\"currency\":\"EUR\"}"));
        assertThat(placed.status()).isEqualTo(201);
    }

    @Test
    void replaysTheCurrentStateWhateverTheCatalogueSaysNow() {
        TABLES.product("FIN", 100, "EUR");
        String body =
                body(
                        "{\"sku\":\"FIN\",\"quantity\":1}",
                        "EUR",
                        ",\"expectedTotal\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}");
        String id = ALICE.placed("replayed", body);
        TABLES.jdbc().update("DELETE FROM product_price WHERE sku = 'FIN'");
        TABLES.jdbc()
                .update(
                        "UPDATE orders SET status = 'REJECTED', reason = 'OUT_OF_STOCK', version = 2,"
                                + " deadline = NULL WHERE id = ?::uuid",
                        id);

        Answer replay = ALICE.place("replayed", body.replace(",", " ,\n"));

        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replay.header("Location")).isEqualTo("/api/v1/orders/" + id);
        assertThat(replay.header("ETag")).isEqualTo("\"2\"");
        assertThat(replay.json().get("status").asString()).isEqualTo("REJECTED");
        assertThat(replay.json().get("reason").asString()).isEqualTo("OUT_OF_STOCK");
        assertThat(replay.json().has("expiresAt")).isFalse();
        Answer other = ALICE.place("replayed", body("NOPE", 1));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }
}
