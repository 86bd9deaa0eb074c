package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.problem.ProblemType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The quota as a client sees it, while there is no Redis. */
@TestPropertySource(
        properties = {
            "springtide.gateway.quota.rate=1",
            "springtide.gateway.quota.burst=20",
            "springtide.gateway.quota.slack=0",
        })
class QuotaTests extends GatewayTest {

    private static final int BURST = 20;

    private final String subject = "client-" + UUID.randomUUID();

    @Test
    void refusesWhoeverHasUsedUpTheQuotaAndSaysWhenToComeAgain() throws Exception {
        HttpResponse<String> refused = exhaust();

        assertProblem(refused, ProblemType.TOO_MANY_REQUESTS);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("RateLimit"))
                .hasValueSatisfying(text -> assertThat(text).matches("\"default\";r=0;t=(19|20)"));
        assertThat(STUB.received()).hasSizeLessThan(2 * BURST);
        int before = STUB.received().size();
        assertThat(send(call(HttpRequest.newBuilder(uri("/api/v1/orders")))).statusCode())
                .isEqualTo(429);
        assertThat(STUB.received()).hasSize(before);
    }

    @Test
    void tellsEachAnswerWhatIsLeft() throws Exception {
        HttpResponse<String> first = send(call(request("/api/v1/orders")));
        HttpResponse<String> second = send(call(request("/api/v1/orders/0197/refused")));

        assertThat(first.headers().allValues("RateLimit-Policy"))
                .containsExactly("\"default\";q=20;w=20");
        assertThat(first.headers().allValues("RateLimit")).containsExactly("\"default\";r=19;t=1");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().allValues("RateLimit"))
                .singleElement()
                .asString()
                .matches("\"default\";r=(18;t=2|19;t=1)");
    }

    @Test
    void theErrorsOfTheGatewayTellItToo() throws Exception {
        HttpResponse<String> missing = send(call(request("/nothing/here")));

        assertProblem(missing, ProblemType.NOT_FOUND);
        assertThat(missing.headers().firstValue("RateLimit")).isPresent();
        assertThat(missing.headers().firstValue("RateLimit-Policy")).isPresent();
    }

    @Test
    void oneClientsExcessIsNobodyElsesConcern() throws Exception {
        exhaust();

        assertThat(send(authorized("/api/v1/orders")).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotCountWhatNeedsNoToken() throws Exception {
        for (String path : new String[] {"/api/v1/products", "/problems", "/openapi.yaml"}) {
            for (int n = 0; n < BURST + 5; n++) {
                HttpResponse<String> answer = send(call(request(path)));
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            }
        }
        assertThat(left()).isEqualTo(BURST - 1);
    }

    @Test
    void doesNotCountPreflightsNorTheManagementPort() throws Exception {
        for (int n = 0; n < BURST + 5; n++) {
            HttpRequest.Builder preflight =
                    request("/api/v1/orders")
                            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                            .header("Origin", "https://shop.example")
                            .header("Access-Control-Request-Method", "POST");
            assertThat(send(call(preflight)).statusCode()).isEqualTo(200);
            assertThat(send(call(management("/actuator/health"))).statusCode()).isEqualTo(200);
        }
        assertThat(left()).isEqualTo(BURST - 1);
    }

    @Test
    void letsPagesOfAnotherOriginReadTheQuota() throws Exception {
        HttpResponse<String> refused =
                send(call(request("/api/v1/orders").header("Origin", "https://shop.example")));

        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(
                        names -> assertThat(names).contains("RateLimit", "RateLimit-Policy"));
    }

    @Test
    void countsRefusalsAndTellsThatRedisIsAway() throws Exception {
        exhaust();
        String metrics = send(management("/actuator/prometheus")).body();

        assertThat(metrics).containsPattern("gateway_quota_refused_total\\{[^}]*} [1-9]");
        assertThat(metrics).containsPattern("gateway_quota_redis_available\\{[^}]*} 0.0");
    }

    private HttpResponse<String> exhaust() throws Exception {
        HttpResponse<String> answer = send(call(request("/api/v1/orders")));
        for (int n = 1; n < 2 * BURST && answer.statusCode() != 429; n++) {
            answer = send(call(request("/api/v1/orders")));
        }
        return answer;
    }

    private int left() throws Exception {
        String told =
                send(call(request("/api/v1/orders")))
                        .headers()
                        .firstValue("RateLimit")
                        .orElseThrow();
        Matcher matcher = Pattern.compile(";r=(\\d+)").matcher(told);
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private HttpRequest.Builder call(HttpRequest.Builder request) {
        return request.header(
                "Authorization", "Bearer " + SIMULATOR.issuer().token(subject, "customer"));
    }

    private HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
    }
}
