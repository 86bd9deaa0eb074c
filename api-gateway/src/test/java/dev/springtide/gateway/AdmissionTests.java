package dev.springtide.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.problem.ProblemType;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "springtide.gateway.admission.minimum=2",
            "springtide.gateway.admission.maximum=2",
            "springtide.gateway.admission.patience=100ms",
            "springtide.gateway.admission.outcomes=0",
        })
class AdmissionTests extends GatewayTest {

    @Test
    void refusesWhatAServiceCannotTakeAndHarmsNoOther() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> slow =
                Stream.generate(() -> inBackground("/api/v1/orders/0197/slow")).limit(2).toList();
        await().until(() -> STUB.received().size() == 2);

        HttpResponse<String> refused = send(post("/api/v1/orders"));
        assertProblem(refused, ProblemType.SERVICE_UNAVAILABLE);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("nothing was done");
        assertThat(send(authorized("/api/v1/products")).statusCode()).isEqualTo(200);
        assertThat(STUB.received()).as("the refused one never got there").hasSize(3);

        for (CompletableFuture<HttpResponse<String>> each : slow) {
            assertProblem(each.get(), ProblemType.GATEWAY_TIMEOUT);
        }
        assertThat(send(post("/api/v1/orders")).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutAPlaceToWaitTheAnswerComesAtOnce() throws Exception {
        assertThat(send(post("/api/v1/orders").header("Prefer", "wait=5")).statusCode())
                .isEqualTo(200);
        assertThat(STUB.received().getFirst().headers()).doesNotContainKey("Prefer");
    }

    @Test
    void measuresEachService() throws Exception {
        String metrics =
                send(HttpRequest.newBuilder(
                                java.net.URI.create(
                                        "http://127.0.0.1:"
                                                + managementPort
                                                + "/actuator/prometheus")))
                        .body();
        for (String service : List.of("order-service", "inventory-service", "payment-service")) {
            assertThat(metrics)
                    .containsPattern(
                            "springtide_admission_limit\\{[^}]*target=\""
                                    + service
                                    + "\"[^}]*} 2.0");
        }
    }

    private HttpRequest.Builder post(String path) {
        return authorized(path).POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    private CompletableFuture<HttpResponse<String>> inBackground(String path) {
        return HTTP.sendAsync(post(path).build(), HttpResponse.BodyHandlers.ofString());
    }
}
