package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.problem.ProblemType;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTests extends GatewayTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void passesMethodPathQueryBodyAndHeadersOn() throws Exception {
        HttpResponse<String> response =
                send(
                        authorized("/api/v1/orders?from=2026-01-01T00%3A00%3A00Z&limit=5")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "k-1")
                                .header("Prefer", "wait=5")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":\"ä\"}")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("ETag")).hasValue("\"7\"");
        StubService.Received received = STUB.received().getFirst();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.path())
                .isEqualTo("/api/v1/orders?from=2026-01-01T00%3A00%3A00Z&limit=5");
        assertThat(received.body()).isEqualTo("{\"a\":\"ä\"}");
        assertThat(received.headers().getFirst("Idempotency-Key")).isEqualTo("k-1");
        assertThat(received.headers().getFirst("Prefer")).isEqualTo("wait=5");
        assertThat(received.headers().getFirst("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/products",
                "/api/v1/products/SKU-1",
                "/api/v1/inventory/SKU-1",
                "/api/v1/inventory/SKU-1/adjustments",
                "/api/v1/admin/inventory/parked-records",
                "/api/v1/orders",
                "/api/v1/orders/0197/refunds",
                "/api/v1/orders/0197/shipments",
                "/api/v1/admin/order/parked-records",
                "/api/v1/admin/orders",
                "/api/v1/admin/orders/0197/corrections"
            })
    void routesEachRoomToItsService(String path) throws Exception {
        assertThat(send(authorized(path)).statusCode()).isEqualTo(200);
        assertThat(STUB.received().getFirst().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/payments/0197",
                "/api/v1/provider-events/acme",
                "/api/v1/admin/payment/parked-records"
            })
    void aServiceThatIsDownIsUnavailable(String path) throws Exception {
        HttpResponse<String> response = send(authorized(path));

        assertProblem(response, ProblemType.SERVICE_UNAVAILABLE);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void aServiceThatDoesNotAnswerTimesOut() throws Exception {
        assertProblem(send(authorized("/api/v1/orders/slow")), ProblemType.GATEWAY_TIMEOUT);
    }

    @Test
    void aServiceThatBreaksOffIsUnavailableAndIsNotAskedTwice() throws Exception {
        HttpResponse<String> response =
                send(
                        authorized("/api/v1/orders/broken")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertProblem(response, ProblemType.SERVICE_UNAVAILABLE);
        assertThat(STUB.received()).hasSize(1);
    }

    @Test
    void aServicesOwnPageNeverGetsOut() throws Exception {
        HttpResponse<String> response = send(authorized("/api/v1/orders/page"));

        assertProblem(response, ProblemType.INTERNAL_ERROR);
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void aServicesProblemStaysAsItIs() throws Exception {
        HttpResponse<String> response = send(authorized("/api/v1/orders/refused"));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("problems/too-late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nothing", "/api/v1/nothing", "/api/v1/ordersx", "/api/v2/orders"})
    void unknownPathsAreNotFound(String path) throws Exception {
        assertProblem(send(authorized(path)), ProblemType.NOT_FOUND);
        assertThat(STUB.received()).isEmpty();
    }

    @Test
    void continuesTheClientsTrace() throws Exception {
        send(
                authorized("/api/v1/orders")
                        .header("traceparent", "00-" + TRACE_ID + "-b7ad6b7169203331-01")
                        .header("tracestate", "shop=1"));

        String traceparent = STUB.received().getFirst().headers().getFirst("traceparent");
        assertThat(traceparent).startsWith("00-" + TRACE_ID + "-").endsWith("-01");
        assertThat(traceparent).doesNotContain("b7ad6b7169203331");
    }

    @Test
    void startsATraceWhereThereIsNone() throws Exception {
        send(authorized("/api/v1/orders").header("traceparent", "nonsense"));

        assertThat(STUB.received().getFirst().headers().getFirst("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
    }

    @Test
    void believesNoForwardedHeaderOfAClient() throws Exception {
        send(
                authorized("/api/v1/orders")
                        .header("Forwarded", "for=192.0.2.1;host=evil.example;proto=https")
                        .header("X-Forwarded-For", "192.0.2.1")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Prefix", "/evil")
                        .header("X-Real-IP", "192.0.2.1"));

        var headers = STUB.received().getFirst().headers();
        assertThat(headers.toString()).doesNotContain("192.0.2.1").doesNotContain("evil");
        assertThat(headers.getFirst("Host")).startsWith("127.0.0.1:");
    }

    @Test
    void tellsNothingAboutItsInside() throws Exception {
        for (String path : List.of("/api/v1/orders", "/api/v1/orders/page", "/nothing", "/docs/")) {
            HttpResponse<String> response = send(authorized(path));
            assertThat(response.headers().map().keySet())
                    .noneMatch(name ->
                            name.toLowerCase(java.util.Locale.ROOT).startsWith("x-internal"))
                    .doesNotContain("server", "via", "x-powered-by");
            assertThat(response.body()).doesNotContain("Exception").doesNotContain("127.0.0.1");
        }
    }
}
