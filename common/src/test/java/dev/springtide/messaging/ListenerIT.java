package dev.springtide.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.springtide.contract.Topics;
import dev.springtide.contract.order.v1.StockReleaseRequested;
import dev.springtide.embedded.Infrastructure;
import dev.springtide.embedded.KafkaServer;
import dev.springtide.embedded.TestFigures;
import dev.springtide.id.UuidV7;
import dev.springtide.outbox.Outbox;
import dev.springtide.outbox.OutboxEvent;
import dev.springtide.sample.SampleService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service from its outbox through Kafka to its own listener. */
@DirtiesContext
@SpringBootTest(
        classes = {SampleService.class, ListenerIT.Listening.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListenerIT {

    private static final KafkaServer KAFKA = Infrastructure.newKafka();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PARKED = "/api/v1/admin/listener/parked-records";

    @Autowired Outbox outbox;
    @Autowired UuidV7 ids;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcTemplate jdbc;
    @Autowired Effects effects;
    @Autowired JsonMapper json;
    @LocalServerPort int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID aggregate = UUID.randomUUID();

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        SampleService.infrastructure(registry, "listener");
        registry.add("spring.kafka.bootstrap-servers", KAFKA::bootstrapServers);
    }

    @Test
    @Order(1)
    void carriesAnEventFromTheOutboxToTheListener() {
        append(1, "");
        await().atMost(SOON).until(() -> effects.versions(aggregate).equals(List.of(1L)));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(get("/actuator/prometheus"))
                                .contains(
                                        "outbox_published_total{service=\"listener-service\"} 1.0"));
    }

    @Test
    @Order(2)
    void triesAgainUntilTheDatabaseIsBack() {
        effects.transientFailures.set(5);
        append(1, "");
        await().atMost(SOON).until(() -> effects.versions(aggregate).equals(List.of(1L)));
        assertThat(effects.transientFailures).hasValue(0);
    }

    @Test
    @Order(3)
    void parksWhatThrowsAnErrorAndGoesOnUntilAnOperatorReplaysIt() throws Exception {
        UUID other = UUID.randomUUID();
        append(1, "error");
        append(2, "");
        append(other, 1, "");
        await().atMost(SOON).until(() -> effects.versions(other).equals(List.of(1L)));
        assertThat(effects.versions(aggregate)).isEmpty();

        assertThat(send("GET", PARKED, "customer", "").statusCode()).isEqualTo(403);
        assertThat(send("GET", PARKED.replace("listener", "order"), "operator", "").statusCode())
                .isEqualTo(404);
        JsonNode first = body("GET", PARKED + "?limit=1", "");
        assertThat(first.get("items").get(0).get("aggregateId").asString())
                .isEqualTo(aggregate.toString());
        String next = first.get("nextCursor").asString();
        JsonNode items = body("GET", PARKED + "?limit=1&cursor=" + next, "").get("items");
        String id = items.get(0).get("id").asString();
        JsonNode whole = body("GET", PARKED + "/" + id, "");
        assertThat(whole.get("error").asString()).contains("cannot be applied at all");
        assertThat(whole.get("headers").get("ce_subject").asString())
                .isEqualTo(aggregate.toString());
        assertThat(whole.get("body").asString()).contains("\"reason\":\"error\"");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(get("/actuator/prometheus"))
                                .contains("parked_records{service=\"listener-service\"} 2.0"));
        replayAndDiscard(id);
    }

    private void replayAndDiscard(String id) throws Exception {
        effects.healed = true;
        assertThat(body("POST", PARKED + "/" + id + "/replay", "").toString())
                .isEqualTo("{\"replayed\":2,\"remaining\":0,\"error\":null}");
        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L);
        assertThat(send("POST", PARKED + "/" + id + "/replay", "operator", "").statusCode())
                .isEqualTo(409);
        assertThat(
                        send(
                                        "POST",
                                        PARKED + "/" + id + "/discard",
                                        "operator",
                                        "{\"reason\":\" \"}")
                                .statusCode())
                .isEqualTo(400);
        assertThat(send("GET", PARKED + "/999999", "operator", "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void saysThatItIsDownWhenAListenerHasStopped() {
        assertThat(get("/actuator/health/liveness")).contains("\"UP\"");
        assertThat(get("/actuator/prometheus"))
                .contains("listeners_stopped{service=\"listener-service\"} 0.0");
        long told = System.nanoTime();
        append(1, "kill the listener");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    assertThat(get("/actuator/health")).contains("\"DOWN\"");
                    assertThat(get("/actuator/health/liveness")).contains("\"DOWN\"");
                    assertThat(get("/actuator/health/readiness")).contains("\"UP\"");
                    assertThat(get("/actuator/prometheus"))
                            .contains("listeners_stopped{service=\"listener-service\"} 1.0");
                });
        TestFigures.of(getClass(), 0)
                .add("a stopped listener is DOWN after, s", (System.nanoTime() - told) / 1e9)
                .write();
    }

    private void append(long version, String reason) {
        append(aggregate, version, reason);
    }

    private void append(UUID id, long version, String reason) {
        transactions.executeWithoutResult(status ->
                outbox.append(
                        List.of(
                                OutboxEvent.of(
                                        ids,
                                        new StockReleaseRequested(id, reason),
                                        version,
                                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))));
    }

    private String get(String path) {
        try {
            return send("GET", path, "operator", "").body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode body(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = send(method, path, "operator", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String role, String body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + SampleService.token("olga", role))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @TestConfiguration
    static class Listening {

        @Bean
        Effects effects(JdbcTemplate jdbc) {
            return new Effects(jdbc);
        }

        @Bean
        Listener listener(BatchConsumer consumer, Effects effects) {
            return new Listener(consumer, effects);
        }
    }

    static class Listener {
        private static final String NAME = "sample-listener";
        private final BatchConsumer consumer;
        private final Effects effects;

        Listener(BatchConsumer consumer, Effects effects) {
            this.consumer = consumer;
            this.effects = effects;
        }

        @KafkaListener(id = NAME, topics = Topics.ORDER_EVENTS)
        void onEvents(List<ConsumerRecord<String, byte[]>> records) {
            if (records.stream()
                    .anyMatch(r ->
                            new String(r.value(), StandardCharsets.UTF_8)
                                    .contains("kill the listener"))) {
                throw new AssertionError("outside of the handler");
            }
            consumer.process(NAME, records, Set.of(StockReleaseRequested.class), effects);
        }
    }
}
