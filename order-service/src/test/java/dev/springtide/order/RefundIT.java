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

class RefundIT {

    @AutoClose
    private static final RunningOrderService SERVICE = RunningOrderService.withBoard("refund");

    private static final TestDatabase TABLES = SERVICE.tables();
    private static final OrderClient ALICE = SERVICE.customer("alice");
    private static final OrderClient OLGA = SERVICE.operator("olga");

    @Test
    void answersWithTheRefundAndShowsItOnTheOrder() {
        String id = paid();
        Answer answer = refund(OLGA, id, "k1", amount("5.00"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("status").asString()).isEqualTo("PENDING");
        assertThat(answer.json().at("/amount/amount").asString()).isEqualTo("5.00");
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
        Answer order = ALICE.get("/api/v1/orders/" + id);
        assertThat(order.json().at("/refunds/0/id").asString()).isEqualTo(answer.id());
        assertThat(order.json().get("version").asLong()).isEqualTo(2);
    }

    @Test
    void repeatsItsAnswerForTheSameKey() {
        String id = paid();
        Answer first = refund(OLGA, id, "k2", amount("5.00"));
        Answer again = refund(OLGA, id, "k2", amount("5.00"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(refund(OLGA, id, "k2", amount("5.01")).problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void refusesMoreThanIsLeft() {
        String id = paid();
        refund(OLGA, id, "k3", amount("12.00"));
        Answer answer = refund(OLGA, id, "k4", amount("0.51"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("refund-exceeds-captured");
    }

    @Test
    void refusesAnotherCurrency() {
        String usd = "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"},\"reason\":\"x\"}";

        assertThat(refund(OLGA, paid(), "k5", usd).problem()).isEqualTo("currency-mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "RESERVED", "REJECTED", "CANCELLING", "CANCELLED"})
    void refusesAnOrderThatIsNotPaid(String status) {
        String id = paid();
        TABLES.jdbc().update("UPDATE orders SET status = ? WHERE id = ?::uuid", status, id);
        Answer answer = refund(OLGA, id, "k6" + status, amount("1.00"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("refund-not-allowed");
    }

    @Test
    void isForOperatorsOnlyWhateverTheBody() {
        assertThat(refund(ALICE, paid(), "k7", "{").status()).isEqualTo(403);
    }

    @Test
    void needsAKey() {
        HttpRequest request =
                OLGA.request("/api/v1/orders/" + paid() + "/refunds")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(amount("1.00")))
                        .build();

        assertThat(OLGA.send(request).problem()).isEqualTo("missing-idempotency-key");
    }

    @Test
    void doesNotKnowAMissingOrder() {
        assertThat(refund(OLGA, UUID.randomUUID().toString(), "k8", amount("1.00")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}",
                "{\"amount\":{\"amount\":\"0.00\",\"currency\":\"EUR\"},\"reason\":\"x\"}",
                "{\"amount\":{\"amount\":\"-1.00\",\"currency\":\"EUR\"},\"reason\":\"x\"}",
                "{\"amount\":{\"amount\":1.00,\"currency\":\"EUR\"},\"reason\":\"x\"}",
                "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"reason\":\"x\",\"more\":1}"
            })
    void refusesAWrongShape(String body) {
        Answer answer = refund(OLGA, paid(), UUID.randomUUID().toString(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
    }

    /** An order of 12.50 EUR, captured. */
    private static String paid() {
        String id = ALICE.placed(UUID.randomUUID().toString(), body("BOARD", 1));
        TABLES.confirm(id);
        return id;
    }

    private static String amount(String amount) {
        return "{\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"},\"reason\":\"damaged\"}"
                .formatted(amount);
    }

    private static Answer refund(OrderClient client, String id, String key, String body) {
        return client.post("/api/v1/orders/" + id + "/refunds", key, body);
    }
}
