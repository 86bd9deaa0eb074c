package dev.springtide.inventory.adapter.rest;

import static dev.springtide.inventory.adapter.rest.Http.ANYONE;
import static dev.springtide.inventory.adapter.rest.Http.CUSTOMER;
import static dev.springtide.inventory.adapter.rest.Http.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.adapter.rest.Http.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InventoryTest
class ProductRoutesIT {

    private static final String MUG = mug("12.50");

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private final String sku = "mug-" + UUID.randomUUID();
    private final String path = "/api/v1/products/" + sku;
    private Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void createsChangesAndKeepsAProduct() {
        Answer created = http.put(path, OPERATOR, MUG);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(path);
        assertThat(created.json().path("version").asInt()).isEqualTo(1);
        assertThat(created.json().path("available").asInt()).isZero();

        Answer same = http.put(path, OPERATOR, MUG);
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.json().path("version").asInt()).isEqualTo(1);

        Answer changed = http.put(path, OPERATOR, mug("13.00"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);

        assertThat(versionsTold()).containsExactly(1L, 2L);
        assertThat(http.get(path, ANYONE).json().path("price").path("amount").asString())
                .isEqualTo("13.00");
    }

    @Test
    void showsAProductToAnyone() {
        http.put(path, OPERATOR, MUG);

        Answer answer = http.get(path, ANYONE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactly("sku", "name", "description", "category", "price", "available");
        assertThat(answer.response().body())
                .contains("\"price\":{\"amount\":\"12.50\",\"currency\":\"EUR\"}");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=1, public");
    }

    @Test
    void answers304ToWhomHasItAlready() {
        http.put(path, OPERATOR, MUG);
        String etag = http.get(path, ANYONE).header("ETag");

        Answer again = http.get(path, ANYONE, "If-None-Match", etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(etag);
        assertThat(again.header("Cache-Control")).isEqualTo("max-age=1, public");

        http.put(path, OPERATOR, mug("13.00"));
        Answer changed = http.get(path, ANYONE, "If-None-Match", etag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(etag);
    }

    @Test
    void knowsNoOtherProduct() {
        assertThat(http.get(path, ANYONE).problem()).isEqualTo("not-found");
        assertThat(http.get("/api/v1/products/" + "x".repeat(65), ANYONE).problem())
                .isEqualTo("not-found");
    }

    @Test
    void judgesTokenRoleAndBodyInThisOrder() {
        assertThat(http.put(path, ANYONE, "{").problem()).isEqualTo("unauthorized");
        assertThat(http.put(path, CUSTOMER, "{").problem()).isEqualTo("forbidden");
        assertThat(http.put(path, OPERATOR, "{").problem()).isEqualTo("invalid-request");
        assertThat(http.send("DELETE", path, ANYONE, null).problem()).isEqualTo("unauthorized");
        assertThat(http.send("DELETE", path, OPERATOR, null).problem())
                .isEqualTo("method-not-allowed");
        assertThat(http.send("PUT", path, OPERATOR, MUG, "Content-Type", "text/plain").problem())
                .isEqualTo("unsupported-media-type");
        assertThat(http.get(path, ANYONE, "Authorization", "Bearer forged").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"name\":\"\",\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\",\"description\":null,\"category\":\"k\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\" \",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":\"1.0\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":\"-1.00\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":1.00,\"currency\":\"EUR\"}}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":\"1.00\",\"currency\":\"ZZZ\"}}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\"k\",\"price\":\"1.00\"}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\"k\"}",
                "{\"name\":7,\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\\u0000\",\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"x\":1}",
                "{\"name\":\"a\",\"description\":\"\",\"category\":\"k\",\"price\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}} 1"
            })
    void refusesAnythingButAProduct(String body) {
        Answer answer = http.put(path, OPERATOR, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(http.get(path, ANYONE).status()).isEqualTo(404);
    }

    @Test
    void limitsTextsAndSkus() {
        assertThat(http.put(path, OPERATOR, product("n".repeat(200), "d".repeat(2000))).status())
                .isEqualTo(201);
        assertThat(http.put(path, OPERATOR, product("n".repeat(201), "")).problem())
                .isEqualTo("invalid-request");
        assertThat(http.put(path, OPERATOR, product("n", "d".repeat(2001))).problem())
                .isEqualTo("invalid-request");
        assertThat(http.put("/api/v1/products/" + "x".repeat(65), OPERATOR, MUG).problem())
                .isEqualTo("invalid-request");
        assertThat(http.put("/api/v1/products/a%20b", OPERATOR, MUG).problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void takesAPriceOfZeroAndACurrencyWithoutDecimals() {
        assertThat(http.put(path, OPERATOR, mug("0.00")).status()).isEqualTo(201);
        assertThat(
                        http.put(path, OPERATOR, MUG.replace("12.50", "1250").replace("EUR", "JPY"))
                                .json()
                                .path("price")
                                .path("amount")
                                .asString())
                .isEqualTo("1250");
    }

    private List<Long> versionsTold() {
        return jdbc.sql(
                        """
                        SELECT aggregate_version FROM outbox
                         WHERE topic = 'product-events' AND aggregate_id = ? ORDER BY seq
                        """)
                .param(sku)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static String mug(String price) {
        return product("Mug", "Holds tea").replace("1.00", price);
    }

    private static String product(String name, String description) {
        return """
        {"name":"%s","description":"%s","category":"kitchen",
         "price":{"amount":"1.00","currency":"EUR"}}
        """
                .formatted(name, description);
    }
}
