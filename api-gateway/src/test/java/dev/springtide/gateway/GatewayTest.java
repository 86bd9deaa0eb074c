package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.localstack.simulator.Simulator;
import dev.springtide.localstack.simulator.SimulatorOptions;
import dev.springtide.problem.ProblemType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running gateway; issuer and stub are shared by all tests of this JVM, each with short times.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s",
            "springtide.gateway.limits.head=1s",
            "springtide.gateway.limits.body-time=1s",
            "springtide.gateway.cors.allowed-origins=https://shop.example",
            "springtide.gateway.quota.redis=redis://127.0.0.1:1",
        })
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
abstract class GatewayTest {

    static final Simulator SIMULATOR = Simulator.start(SimulatorOptions.inProcess("unused"));
    static final StubService STUB = new StubService();
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort int port;
    @LocalManagementPort int managementPort;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                () -> SIMULATOR.issuer().issuer());
        registry.add("springtide.gateway.services.order", STUB::url);
        registry.add("springtide.gateway.services.inventory", STUB::url);
        registry.add("springtide.gateway.services.payment", () -> "http://127.0.0.1:1");
    }

    @BeforeEach
    void forget() {
        STUB.received().clear();
    }

    static String customer() {
        return SIMULATOR.issuer().token("alice", "customer");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + customer());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static void assertProblem(HttpResponse<String> response, ProblemType type) {
        assertThat(response.statusCode()).isEqualTo(type.status());
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertProblem(response.body(), type);
    }

    static void assertProblem(String body, ProblemType type) {
        JsonNode problem = new JsonMapper().readTree(body);
        assertThat(problem.path("type").asString()).isEqualTo(type.type().toString());
        assertThat(problem.path("title").asString()).isEqualTo(type.title());
        assertThat(problem.path("status").asInt()).isEqualTo(type.status());
    }
}
