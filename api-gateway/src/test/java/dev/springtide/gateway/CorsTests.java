package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.problem.ProblemType;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class CorsTests extends GatewayTest {

    @Test
    void answersThePreflightOfAKnownOriginWithoutAToken() throws Exception {
        HttpResponse<String> response = preflight("https://shop.example", "POST");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://shop.example");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(
                        headers -> assertThat(headers).containsIgnoringCase("idempotency-key"));
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(STUB.received()).isEmpty();
    }

    @Test
    void refusesUnknownOriginsAndMethods() throws Exception {
        assertProblem(preflight("https://evil.example", "POST"), ProblemType.FORBIDDEN);
        assertProblem(preflight("https://shop.example", "PATCH"), ProblemType.FORBIDDEN);
        assertProblem(
                send(authorized("/api/v1/orders").header("Origin", "https://evil.example")),
                ProblemType.FORBIDDEN);
        assertThat(STUB.received()).isEmpty();
    }

    @Test
    void letsPagesOfAKnownOriginReadAnswersAndErrors() throws Exception {
        HttpResponse<String> answer =
                send(authorized("/api/v1/orders").header("Origin", "https://shop.example"));
        HttpResponse<String> error =
                send(request("/api/v1/orders").header("Origin", "https://shop.example"));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://shop.example");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers).contains("Location"));
        assertProblem(error, ProblemType.UNAUTHORIZED);
        assertThat(error.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://shop.example");
    }

    private HttpResponse<String> preflight(String origin, String method) throws Exception {
        return send(
                request("/api/v1/orders")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", "authorization,idempotency-key"));
    }
}
