package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what: nobody without a token, everybody only their own. */
class AccessIT {
    private static final String ID = UUID.randomUUID().toString();
    private static final String SKU = Shop.freshSku();

    static Stream<String> nonPublicCalls() {
        return Stream.of(
                "PUT /api/v1/products/" + SKU,
                "POST /api/v1/products/" + SKU,
                "POST /api/v1/inventory/" + SKU + "/adjustments",
                "GET /api/v1/inventory/" + SKU,
                "POST /api/v1/orders",
                "GET /api/v1/orders",
                "GET /api/v1/orders/" + ID,
                "GET /api/v1/orders/" + ID + "/timeline",
                "POST /api/v1/orders/" + ID + "/cancellation",
                "POST /api/v1/orders/" + ID + "/refunds",
                "POST /api/v1/orders/" + ID + "/shipments",
                "GET /api/v1/payments/" + ID,
                "GET /api/v1/admin/orders",
                "GET /api/v1/admin/orders/" + ID + "/corrections",
                "POST /api/v1/admin/orders/" + ID + "/corrections",
                "GET /api/v1/nothing",
                "DELETE /api/v1/orders/" + ID,
                "GET /",
                "GET /favicon.ico",
                "GET /actuator",
                "GET /actuator/env");
    }

    @ParameterizedTest
    @MethodSource("nonPublicCalls")
    void isRefusedWithoutAToken(String call) {
        Problem.assertThatIs(send(Shop.stranger(), call), 401, "unauthorized");
    }

    @ParameterizedTest
    @MethodSource("nonPublicCalls")
    void isRefusedWithAForgedToken(String call) {
        Problem.assertThatIs(
                send(Shop.withToken(ForgedToken.signedByAStranger()), call), 401, "unauthorized");
    }

    @Test
    void knowsEveryKindOfForgery() {
        String good = RunningPlatform.get().token("alice", "customer");

        assertRefused("nonsense");
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1));
        assertRefused(good.substring(0, good.length() - 4) + "AAAA");
        assertRefused(ForgedToken.unsigned());
        assertRefused(ForgedToken.withAnotherRole(good));
        assertRefused(ForgedToken.signedWithThePublicKey(RunningPlatform.get().jwks()));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/api/v1/products/{id}",
        "POST,/api/v1/inventory/{id}/adjustments",
        "GET,/api/v1/inventory/{id}",
        "POST,/api/v1/orders/{id}/refunds",
        "POST,/api/v1/orders/{id}/shipments",
        "GET,/api/v1/admin/orders",
        "GET,/api/v1/admin/orders/{id}/corrections",
        "POST,/api/v1/admin/orders/{id}/corrections"
    })
    void aCustomerDoesNoOperatorsWork(String method, String path) {
        Answer answer = send(Shop.customer("alice"), method + " " + path.replace("{id}", ID));

        Problem.assertThatIs(answer, 403, "forbidden");
    }

    @Test
    void anOperatorPlacesNoOrder() {
        Problem.assertThatIs(Shop.operator().place(Basket.of(SKU, 1)), 403, "forbidden");
    }

    @Test
    void theRoleIsCheckedBeforeTheBody() {
        Storefront alice = Shop.customer("alice");

        Problem.assertThatIs(alice.put("/api/v1/products/" + SKU, "{nonsense"), 403, "forbidden");
        Problem.assertThatIs(
                Shop.stranger().post("/api/v1/orders", "{nonsense"), 401, "unauthorized");
    }

    @Test
    void anyoneReadsTheCatalogue() {
        assertThat(Shop.stranger().get("/api/v1/products").status()).isEqualTo(200);
        assertThat(Shop.withToken(null).get("/api/v1/products/" + Shop.freshSku()).status())
                .isEqualTo(404);
    }

    private static void assertRefused(String token) {
        Problem.assertThatIs(Shop.withToken(token).get("/api/v1/orders"), 401, "unauthorized");
    }

    private static Answer send(Storefront caller, String call) {
        String[] parts = call.split(" ", 2);
        return caller.send(
                parts[0],
                parts[1],
                parts[0].startsWith("P") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    }
}
