package dev.springtide.inventory.adapter.rest;

import static dev.springtide.inventory.adapter.rest.Http.ANYONE;
import static dev.springtide.inventory.adapter.rest.Http.CUSTOMER;
import static dev.springtide.inventory.adapter.rest.Http.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.inventory.InventoryTest;
import dev.springtide.inventory.Shelves;
import dev.springtide.inventory.adapter.rest.Http.Answer;
import dev.springtide.inventory.application.SettleStockHandler;
import dev.springtide.inventory.application.StockCommand.ReserveStock;
import dev.springtide.inventory.application.StockCommand.SellStock;
import dev.springtide.inventory.domain.Line;
import dev.springtide.inventory.domain.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@InventoryTest
@Import(Shelves.class)
class StockRoutesIT {

    @LocalServerPort int port;
    @Autowired Shelves shelves;
    @Autowired SettleStockHandler handler;

    private final String key = UUID.randomUUID().toString();
    private Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void showsTheStockAsItIs() {
        Sku sku = shelves.stocked(10);
        UUID order = UUID.randomUUID();
        handler.handle(List.of(new ReserveStock(order, List.of(new Line(sku, 3)), 1, null)));
        assertThat(stock(sku).response().body())
                .isEqualTo(
                        "{\"sku\":\"%s\",\"onHand\":10,\"reserved\":3,\"available\":7,\"sold\":0}"
                                .formatted(sku));

        handler.handle(List.of(new SellStock(order, 2, null)));
        assertThat(stock(sku).response().body())
                .isEqualTo(
                        "{\"sku\":\"%s\",\"onHand\":7,\"reserved\":0,\"available\":7,\"sold\":3}"
                                .formatted(sku));
        assertThat(stock(sku).header("Cache-Control")).contains("no-store");
    }

    @Test
    void adjustsOncePerKey() {
        Sku sku = shelves.stocked(0);

        Answer first = adjust(sku, key, 100);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("available").asInt()).isEqualTo(100);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();

        adjust(sku, UUID.randomUUID().toString(), 5);
        Answer again = adjust(sku, key, 100);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(stock(sku).json().path("available").asInt()).isEqualTo(105);
    }

    @Test
    void takesAKeyForOneAdjustmentOnly() {
        Sku sku = shelves.stocked(0);
        adjust(sku, key, 100);

        assertThat(adjust(sku, key, 101).problem()).isEqualTo("idempotency-key-reused");
        assertThat(adjust(shelves.stocked(0), key, 100).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(stock(sku).json().path("available").asInt()).isEqualTo(100);
    }

    @Test
    void adjustsOnceForConcurrentRequestsWithOneKey() throws Exception {
        Sku sku = shelves.stocked(0);
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> requests =
                    Stream.generate(() ->
                                    CompletableFuture.supplyAsync(
                                            () -> adjust(sku, key, 100), threads))
                            .limit(16)
                            .toList();
            for (CompletableFuture<Answer> request : requests) {
                answers.add(request.get());
            }
        }

        assertThat(answers)
                .allMatch(answer ->
                        answer.status() == 200 || answer.problem().equals("request-in-flight"))
                .anyMatch(answer -> answer.status() == 200);
        assertThat(stock(sku).json().path("available").asInt()).isEqualTo(100);
    }

    @Test
    void takesNothingAwayThatIsNotThere() {
        Sku sku = shelves.stocked(10);

        Answer refused = adjust(sku, key, -11);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("insufficient-stock");

        shelves.restock(sku, 1);
        assertThat(adjust(sku, key, -11).json().path("available").asInt()).isZero();
    }

    @Test
    void knowsNoStockWithoutAProduct() {
        assertThat(http.get("/api/v1/inventory/nothing", OPERATOR).problem())
                .isEqualTo("not-found");
        assertThat(adjust(new Sku("nothing"), key, 1).problem()).isEqualTo("not-found");
    }

    @Test
    void judgesTokenRoleAndBodyInThisOrder() {
        String path = "/api/v1/inventory/mug/adjustments";
        assertThat(http.post(path, ANYONE, "{").problem()).isEqualTo("unauthorized");
        assertThat(http.post(path, CUSTOMER, "{").problem()).isEqualTo("forbidden");
        assertThat(http.post(path, OPERATOR, "{", "Idempotency-Key", key).problem())
                .isEqualTo("invalid-request");
        assertThat(http.get("/api/v1/inventory/mug", ANYONE).problem()).isEqualTo("unauthorized");
        assertThat(http.get("/api/v1/inventory/mug", CUSTOMER).problem()).isEqualTo("forbidden");
        assertThat(http.get("/api/v1/inventory", CUSTOMER).problem()).isEqualTo("forbidden");
        assertThat(http.get("/nowhere", ANYONE).problem()).isEqualTo("unauthorized");
    }

    @Test
    void asksForAKey() {
        Sku sku = shelves.stocked(0);
        String path = "/api/v1/inventory/" + sku + "/adjustments";
        assertThat(http.post(path, OPERATOR, body(1)).problem())
                .isEqualTo("missing-idempotency-key");
        assertThat(http.post(path, OPERATOR, body(1), "Idempotency-Key", "k".repeat(256)).problem())
                .isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delta\":0,\"reason\":\"r\"}",
                "{\"delta\":1000000001,\"reason\":\"r\"}",
                "{\"delta\":-1000000001,\"reason\":\"r\"}",
                "{\"delta\":9223372036854775808,\"reason\":\"r\"}",
                "{\"delta\":1.0,\"reason\":\"r\"}",
                "{\"delta\":1e2,\"reason\":\"r\"}",
                "{\"delta\":\"1\",\"reason\":\"r\"}",
                "{\"delta\":null,\"reason\":\"r\"}",
                "{\"reason\":\"r\"}",
                "{\"delta\":1}",
                "{\"delta\":1,\"reason\":\"\"}",
                "{\"delta\":1,\"delta\":1,\"reason\":\"r\"}",
                "{\"delta\":1,\"reason\":\"r\",\"change\":true}"
            })
    void refusesAnythingButAnAdjustment(String body) {
        Sku sku = shelves.stocked(10);

        Answer answer =
                http.post(
                        "/api/v1/inventory/" + sku + "/adjustments",
                        OPERATOR,
                        body,
                        "Idempotency-Key",
                        key);

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(stock(sku).json().path("available").asInt()).isEqualTo(10);
    }

    private Answer stock(Sku sku) {
        return http.get("/api/v1/inventory/" + sku, OPERATOR);
    }

    private Answer adjust(Sku sku, String idempotencyKey, long delta) {
        return http.post(
                "/api/v1/inventory/" + sku + "/adjustments",
                OPERATOR,
                body(delta),
                "Idempotency-Key",
                idempotencyKey);
    }

    private static String body(long delta) {
        return "{\"delta\":%d,\"reason\":\"restock\"}".formatted(delta);
    }
}
