package dev.springtide.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import dev.springtide.money.Money;
import dev.springtide.problem.ProblemException;
import dev.springtide.problem.ProblemType;
import dev.springtide.sample.SampleService;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = {SampleService.class, WebRulesIT.Routes.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.tomcat.connection-timeout=500ms")
class WebRulesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort int port;
    @Autowired JsonMapper json;
    @Autowired MeterRegistry meters;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        SampleService.infrastructure(registry, "web_rules");
    }

    @Test
    void refusesEveryPathWithoutAToken() throws Exception {
        assertProblem(send("GET", "/nowhere", null, null), ProblemType.UNAUTHORIZED);
        assertProblem(send("GET", "/things/7", null, null), ProblemType.UNAUTHORIZED);
        HttpResponse<String> forged = request("GET", "/things/7", "forged", null, Map.of());
        assertProblem(forged, ProblemType.UNAUTHORIZED);
        assertThat(forged.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void measuresRequestsAndNotTheirFilters() throws Exception {
        send("GET", "/things/7", "operator", null);

        Awaitility.await()
                .untilAsserted(() -> assertThat(meterNames()).contains("http.server.requests"));
        assertThat(meterNames()).noneMatch(name -> name.startsWith("spring.security"));
    }

    private List<String> meterNames() {
        return meters.getMeters().stream().map(meter -> meter.getId().getName()).toList();
    }

    @Test
    void judgesTheRoleBeforeTheBody() throws Exception {
        assertProblem(send("POST", "/things", "customer", "not json"), ProblemType.FORBIDDEN);
    }

    @Test
    void aBodyThatStopsOnItsWayIsNotTheCallersFault() throws Exception {
        String head =
                "POST /things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 11\r\n"
                        + "Authorization: Bearer "
                        + token("operator")
                        + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((head + "{\"cou").getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("\r\nretry-after: 1\r\n")
                    .contains(ProblemType.SERVICE_UNAVAILABLE.type().toString());
        }
    }

    @Test
    void answersUnknownPathsMethodsAndMediaTypesAsProblems() throws Exception {
        assertProblem(send("GET", "/nowhere", "operator", null), ProblemType.NOT_FOUND);
        assertProblem(send("DELETE", "/things", "operator", null), ProblemType.METHOD_NOT_ALLOWED);
        assertProblem(
                request(
                        "POST",
                        "/things",
                        token("operator"),
                        "a=b",
                        Map.of("Content-Type", "text/plain")),
                ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertProblem(
                request("GET", "/things/7", token("operator"), null, Map.of("Accept", "text/csv")),
                ProblemType.NOT_ACCEPTABLE);
        assertProblem(send("GET", "/things/seven", "operator", null), ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"count\":\"1\"}",
                "{\"count\":1.5}",
                "{\"count\":1e400}",
                "{\"count\":true}",
                "{\"count\":1,\"count\":2}",
                "{\"count\":1}{}",
                "{\"count\":1,\"other\":2}",
                "{\"count\":1,\"name\":5}",
                "{\"count\":1001}",
                "{}",
                "{\"count\":1,\"name\":\"a\\u0000b\"}",
                "{\"count\":1,\"name\":\"\\ud800\"}",
                "{\"count\":1,\"price\":{\"amount\":1,\"currency\":\"EUR\"}}",
                "{\"count\":1,\"price\":{\"amount\":\"1.5\",\"currency\":\"EUR\"}}",
            })
    void refusesBodiesThatAreNotExactlyTheExpectedJson(String body) throws Exception {
        JsonNode problem =
                assertProblem(
                        send("POST", "/things", "operator", body), ProblemType.INVALID_REQUEST);
        assertThat(problem.get("errors")).isNotEmpty();
        assertThat(problem.toString()).doesNotContain("springtide.web", "tools.jackson");
    }

    @Test
    void refusesDeepNesting() throws Exception {
        assertProblem(
                send("POST", "/things", "operator", "[".repeat(501) + "]".repeat(501)),
                ProblemType.INVALID_REQUEST);
    }

    @Test
    void refusesBodiesAboveTheLimitAlsoWithoutALength() throws Exception {
        String huge = "{\"count\":1,\"name\":\"" + "x".repeat(70_000) + "\"}";
        assertProblem(send("POST", "/things", "operator", huge), ProblemType.PAYLOAD_TOO_LARGE);
        HttpRequest chunked =
                builder("/things", token("operator"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(() ->
                                        new ByteArrayInputStream(
                                                huge.getBytes(StandardCharsets.UTF_8))))
                        .build();
        assertProblem(
                HTTP.send(chunked, HttpResponse.BodyHandlers.ofString()),
                ProblemType.PAYLOAD_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a[b HTTP/1.1\r\nHost: x", "GET /%zz HTTP/1.1\r\nHost: x", "GET / HTTP/1.1",
                "GET /a;b=c/ HTTP/1.1\r\nHost: x", "GET //x HTTP/1.1\r\nHost: x",
                        "GET /%00 HTTP/1.1\r\nHost: x",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1", "nonsense",
            })
    void answersWhatIsHardlyHttpWithoutAPage(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(
                            (request + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .doesNotContainIgnoringCase("<html", "exception");
            if (answer.contains("Content-Type")) {
                assertThat(answer).contains("application/problem+json", "problems/invalid-request");
            }
        }
    }

    @Test
    void givesControllersCallerAndKey() throws Exception {
        HttpResponse<String> answer =
                request(
                        "POST",
                        "/things",
                        token("operator"),
                        "{\"count\":1,\"price\":{\"amount\":\"1.50\",\"currency\":\"EUR\"}}",
                        Map.of("Content-Type", "application/json", "Idempotency-Key", "k 1"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"subject\":\"someone\",\"key\":\"k 1\",\"price\":{\"amount\":\"1.50\",\"currency\":\"EUR\"}}");
    }

    @Test
    void wantsExactlyOneValidIdempotencyKey() throws Exception {
        assertProblem(
                send("POST", "/things", "operator", "{\"count\":1}"),
                ProblemType.MISSING_IDEMPOTENCY_KEY);
        HttpRequest two =
                builder("/things", token("operator"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "a")
                        .header("Idempotency-Key", "b")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"count\":1}"))
                        .build();
        assertProblem(
                HTTP.send(two, HttpResponse.BodyHandlers.ofString()), ProblemType.INVALID_REQUEST);
    }

    @Test
    void hidesWhatWentWrongInside() throws Exception {
        HttpResponse<String> answer = send("GET", "/broken", "operator", null);
        assertProblem(answer, ProblemType.INTERNAL_ERROR);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void asksToComeBackWhenTheDatabaseIsAway() throws Exception {
        HttpResponse<String> answer = send("GET", "/unavailable", "operator", null);
        assertProblem(answer, ProblemType.SERVICE_UNAVAILABLE);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void answersItsOwnProblems() throws Exception {
        JsonNode problem =
                assertProblem(send("GET", "/late", "operator", null), ProblemType.TOO_LATE);
        assertThat(problem.get("detail").asString()).isEqualTo("The ship has sailed.");
        assertThat(problem.get("status").asInt()).isEqualTo(409);
        assertThat(problem.get("title").asString()).isEqualTo(ProblemType.TOO_LATE.title());
    }

    @Test
    void opensHealthAndMetricsOnly() throws Exception {
        assertThat(send("GET", "/actuator/health/liveness", null, null).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/actuator/health/readiness", null, null).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/actuator/prometheus", null, null).statusCode()).isEqualTo(200);
        assertProblem(send("GET", "/actuator/env", null, null), ProblemType.UNAUTHORIZED);
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable String role, @Nullable String body)
            throws Exception {
        return request(
                method,
                path,
                role == null ? null : token(role),
                body,
                body == null ? Map.of() : Map.of("Content-Type", "application/json"));
    }

    private HttpResponse<String> request(
            String method,
            String path,
            @Nullable String token,
            @Nullable String body,
            Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = builder(path, token);
        headers.forEach(request::header);
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder builder(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode assertProblem(HttpResponse<String> answer, ProblemType type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(type.status());
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo(type.type().toString());
        return problem;
    }

    private static String token(String role) throws JOSEException {
        return SampleService.token("someone", role);
    }

    record Thing(@NotNull @Max(1000) Integer count, @Nullable String name, @Nullable Money price) {}

    record Answer(String subject, String key, @Nullable Money price) {}

    @TestConfiguration
    @Import(Things.class)
    static class Routes {
        @Bean
        AccessRules things() {
            return requests ->
                    requests.requestMatchers(HttpMethod.POST, "/things").hasRole("operator");
        }
    }

    @RestController
    static class Things {
        @GetMapping(path = "/things/{id}", produces = "application/json")
        Map<String, Integer> get(@PathVariable int id) {
            return Map.of("id", id);
        }

        @PostMapping("/things")
        Answer post(@RequestBody @Valid Thing thing, Caller caller, IdempotencyKey key) {
            return new Answer(caller.subject(), key.value(), thing.price());
        }

        @GetMapping("/broken")
        String broken(@RequestParam(required = false) @Nullable String why) {
            throw new IllegalStateException("secret");
        }

        @GetMapping("/unavailable")
        String unavailable() {
            throw new CannotAcquireLockException("busy");
        }

        @GetMapping("/late")
        String late() {
            throw new ProblemException(ProblemType.TOO_LATE, "The ship has sailed.");
        }
    }
}
