package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.Database;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlaceOrderIT {

    private static final Database DATABASE = Infrastructure.freshDatabase("place_order");
    private static final TestDatabase TABLES = new TestDatabase(DATABASE);
    private static RunningOrderService service;
    private static OrderClient alice;

    @BeforeAll
    static void start() {
        service = RunningOrderService.start(DATABASE);
        alice = service.customer("alice");
        TABLES.product("BOARD", 1250, "EUR");
        TABLES.product("WAX", 399, "EUR");
        TABLES.product("SAKE", 500, "JPY");
        TABLES.product("GOLD", Long.MAX_VALUE / 100, "EUR");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void answersWithTheOrderAsItWasWritten() {
        String lines = "{\"sku\":\"BOARD\",\"quantity\":2},{\"sku\":\"WAX\",\"quantity\":1}";
        Answer placed = alice.place("written", body(lines, "EUR", ""));

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
        assertThat(alice.get("/api/v1/orders/" + placed.id()).json()).isEqualTo(order);
    }
}
