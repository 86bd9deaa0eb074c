package dev.springtide.order;

import static dev.springtide.order.support.OrderBodies.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.order.support.OrderClient;
import dev.springtide.order.support.OrderClient.Answer;
import dev.springtide.order.support.RunningOrderService;
import dev.springtide.order.support.TestDatabase;
import java.net.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationIT {

    @AutoClose
    private static final RunningOrderService SERVICE =
            RunningOrderService.withBoard("cancellation");

    private static final TestDatabase TABLES = SERVICE.tables();
    private static final OrderClient ALICE = SERVICE.customer("alice");

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"wrong size\"}", "{\"reason\":null}"})
    void takesAReasonOrNone(String body) {
        Answer answer = cancel(ALICE, placed(), body);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("status").asString()).isEqualTo("CANCELLING");
        assertThat(answer.json().get("version").asLong()).isEqualTo(2);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void takesNoBodyAtAllAndTheSameRequestAgain() {
        String id = placed();
        HttpRequest request =
                ALICE.request("/api/v1/orders/" + id + "/cancellation")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();

        assertThat(ALICE.send(request).status()).isEqualTo(202);
        Answer again = ALICE.send(request);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().get("version").asLong()).isEqualTo(2);
        assertThat(
                        TABLES.count(
                                "SELECT count(*) FROM outbox WHERE aggregate_id = ? AND type LIKE '%cancel-requested%'",
                                id))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\":1}",
                "{\"why\":\"x\"}",
                "[]",
                "null",
                "{",
                "{\"reason\":\"a\\u0000b\"}",
                "{\"reason\":\"a\"} {}"
            })
    void refusesAnythingElse(String body) {
        Answer answer = cancel(ALICE, placed(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    @Test
    void boundsTheReason() {
        String id = placed();

        assertThat(cancel(ALICE, id, reason(201)).status()).isEqualTo(400);
        assertThat(cancel(ALICE, id, reason(200)).status()).isEqualTo(202);
    }

    @Test
    void answersAStrangerLikeAMissingOrder() {
        String id = placed();
        Answer stranger = cancel(SERVICE.customer("mallory"), id, "{}");
        Answer missing = cancel(ALICE, UUID.randomUUID().toString(), "{}");

        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.problem()).isEqualTo("not-found");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(stranger.json().get("detail")).isEqualTo(missing.json().get("detail"));
        assertThat(status(id)).isEqualTo("PENDING");
    }

    @Test
    void letsAnOperatorCancel() {
        assertThat(cancel(SERVICE.operator("olga"), placed(), "{}").status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "COMPLETED"})
    void comesTooLateForAnOrderThatHasEnded(String status) {
        String id = placed();
        TABLES.jdbc().update("UPDATE orders SET status = ? WHERE id = ?::uuid", status, id);
        Answer answer = cancel(ALICE, id, "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("too-late");
    }

    @Test
    void comesTooLateAfterAnyShipment() {
        String id = placed();
        TABLES.jdbc()
                .update(
                        "UPDATE orders SET status = 'CONFIRMED', fulfillment_status = 'PARTIALLY_FULFILLED'"
                                + " WHERE id = ?::uuid",
                        id);

        assertThat(cancel(ALICE, id, "{}").problem()).isEqualTo("too-late");
    }

    private static String placed() {
        return ALICE.placed(UUID.randomUUID().toString(), body("BOARD", 1));
    }

    private static Answer cancel(OrderClient client, String id, String body) {
        return client.send(
                client.request("/api/v1/orders/" + id + "/cancellation")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static String reason(int length) {
        return "{\"reason\":\"%s\"}".formatted("x".repeat(length));
    }

    private static String status(String id) {
        return ALICE.get("/api/v1/orders/" + id).json().get("status").asString();
    }
}
