package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CorrectionIT {

    private static final String RETRY = "{\"action\":\"RETRY\",\"reason\":\"lost\",\"version\":1}";
    private static final String CANCEL =
            "{\"action\":\"CANCEL\",\"reason\":\"poison at inventory\",\"version\":1}";

    @AutoClose
    private static final RunningOrderService SERVICE = RunningOrderService.withBoard("correction");

    private static final TestDatabase TABLES = SERVICE.tables();
    private static final OrderClient ALICE = SERVICE.customer("alice");
    private static final OrderClient OLGA = SERVICE.operator("olga");

    @Test
    void cancelsAnOrderWithATrail() {
        String id = placed();
        Answer answer = correct(OLGA, id, CANCEL);

        assertThat(answer.status()).isEqualTo(201);
        JsonNode made = answer.json();
        assertThat(made.get("action").asString()).isEqualTo("CANCEL");
        assertThat(made.get("operator").asString()).isEqualTo("olga");
        assertThat(made.get("reason").asString()).isEqualTo("poison at inventory");
        assertThat(made.get("from").asString()).isEqualTo("PENDING");
        assertThat(made.get("to").asString()).isEqualTo("CANCELLING");
        assertThat(made.get("version").asLong()).isEqualTo(2);
        assertThat(trail(id)).hasSize(1).first().isEqualTo(made);
        assertThat(sent(id))
                .isEqualTo(
                        "created.v1 stock-release-requested.v1 payment-cancel-requested.v1 corrected.v1");
        JsonNode last = ALICE.get("/api/v1/orders/" + id + "/timeline").json().at("/items/1");
        assertThat(last.get("trigger").asString()).isEqualTo("CANCELLATION_REQUESTED");
        assertThat(last.get("cause").asString()).isEqualTo("correction");
    }

    @Test
    void asksForTheStockAgainWithAllItsLines() {
        String id = placed();
        assertThat(correct(OLGA, id, RETRY).status()).isEqualTo(201);

        assertThat(sent(id)).isEqualTo("created.v1 created.v1 corrected.v1");
        assertThat(
                        TABLES.count(
                                "SELECT count(DISTINCT payload) FROM outbox WHERE aggregate_id = ?"
                                        + " AND type LIKE '%.created.v1'",
                                id))
                .isEqualTo(1);
        JsonNode order = ALICE.get("/api/v1/orders/" + id).json();
        assertThat(order.get("status").asString()).isEqualTo("PENDING");
        assertThat(order.get("version").asLong()).isEqualTo(2);
        JsonNode last = ALICE.get("/api/v1/orders/" + id + "/timeline").json().at("/items/1");
        assertThat(last.get("trigger").asString()).isEqualTo("CORRECTION_RETRY");
    }

    @ParameterizedTest
    @CsvSource({
        "RESERVED, PENDING, payment-requested.v1",
        "CONFIRMED, CAPTURED, paid.v1",
        "CANCELLING, UNKNOWN, stock-release-requested.v1 payment-cancel-requested.v1"
    })
    void asksAgainForWhatTheOrderWaitsFor(String status, String payment, String events) {
        String id = placed();
        TABLES.jdbc()
                .update(
                        "UPDATE orders SET status = ?, payment_status = ? WHERE id = ?::uuid",
                        status,
                        payment,
                        id);
        assertThat(correct(OLGA, id, RETRY).status()).isEqualTo(201);

        assertThat(sent(id)).isEqualTo("created.v1 " + events + " corrected.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMED", "COMPLETED", "REJECTED", "CANCELLING", "CANCELLED"})
    void refusesToCancelWhatIsNotWaiting(String status) {
        String id = placed();
        TABLES.jdbc().update("UPDATE orders SET status = ? WHERE id = ?::uuid", status, id);
        Answer answer = correct(OLGA, id, CANCEL);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("correction-not-allowed");
        assertThat(answer.json().get("orderStatus").asString()).isEqualTo(status);
        assertThat(trail(id)).isEmpty();
    }

    @Test
    void ofTwoOperatorsAtOnceOneWins() throws Exception {
        OrderClient otto = SERVICE.operator("otto");
        for (int round = 0; round < 10; round++) {
            String id = placed();
            List<Answer> answers = new ArrayList<>();
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<Answer>> asked =
                        List.of(
                                both.submit(() -> correct(OLGA, id, RETRY)),
                                both.submit(() -> correct(otto, id, CANCEL)));
                for (Future<Answer> answer : asked) {
                    answers.add(answer.get());
                }
            }

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
            assertThat(trail(id)).hasSize(1);
        }
    }

    @Test
    void repeatsItsAnswerForTheSameKey() {
        String id = placed();
        Answer first = correct(OLGA, id, "k" + id, RETRY);
        Answer again = correct(OLGA, id, "k" + id, RETRY);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(correct(OLGA, id, "k" + id, CANCEL).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(sent(id)).isEqualTo("created.v1 created.v1 corrected.v1");
    }

    @Test
    void isForOperatorsOnly() {
        String id = placed();

        assertThat(correct(ALICE, id, "{").status()).isEqualTo(403);
        assertThat(ALICE.get(path(id)).status()).isEqualTo(403);
        assertThat(correct(OLGA, UUID.randomUUID().toString(), RETRY).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"action\":\"DELETE\",\"reason\":\"x\",\"version\":1}",
                "{\"action\":\"RETRY\",\"version\":1}",
                "{\"action\":\"RETRY\",\"reason\":\" \",\"version\":1}",
                "{\"action\":\"RETRY\",\"reason\":\"x\"}",
                "{\"action\":\"RETRY\",\"reason\":\"x\",\"version\":0}",
                "{\"action\":\"RETRY\",\"reason\":\"x\",\"version\":\"1\"}",
                "{\"action\":\"RETRY\",\"reason\":\"x\",\"version\":1,\"more\":1}"
            })
    void refusesAWrongShape(String body) {
        Answer answer = correct(OLGA, placed(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    private static String placed() {
        String line = "{\"sku\":\"BOARD\",\"quantity\":3}";
        return ALICE.placed(UUID.randomUUID().toString(), body(line, "EUR", ""));
    }

    private static List<JsonNode> trail(String id) {
        List<JsonNode> items = new ArrayList<>();
        OLGA.get(path(id)).json().get("items").forEach(items::add);
        return items;
    }

    private static String path(String id) {
        return "/api/v1/admin/orders/" + id + "/corrections";
    }

    private static String sent(String id) {
        return String.join(
                " ",
                TABLES.jdbc()
                        .queryForList(
                                "SELECT substr(type, 22) FROM outbox WHERE aggregate_id = ? ORDER BY seq",
                                String.class,
                                id));
    }

    private static Answer correct(OrderClient client, String id, String body) {
        return correct(client, id, UUID.randomUUID().toString(), body);
    }

    private static Answer correct(OrderClient client, String id, String key, String body) {
        return client.post(path(id), key, body);
    }
}
