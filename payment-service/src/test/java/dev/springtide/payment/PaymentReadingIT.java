package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PaymentReadingIT extends RunningPaymentService {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void showsACustomerTheirPaymentWithoutSecrets() throws Exception {
        UUID orderId = captured();

        HttpResponse<String> answer = get(orderId, "alice", "customer");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode payment = JsonMapper.shared().readTree(answer.body());
        assertThat(payment.propertyNames())
                .containsExactlyInAnyOrder(
                        "orderId", "status", "amount", "captured", "refunded", "attempts");
        assertThat(payment.get("status").asString()).isEqualTo("CAPTURED");
        assertThat(payment.get("captured").get("amount").asString()).isEqualTo("30.00");
        assertThat(payment.get("refunded").get("amount").asString()).isEqualTo("0.00");
        assertThat(payment.get("attempts")).hasSize(1);
        assertThat(payment.get("attempts").get(0).get("outcome").asString()).isEqualTo("captured");
        assertThat(answer.body()).doesNotContain("tok_", "v1.", paymentId(orderId).toString());
    }

    @Test
    void hidesAPaymentFromOtherCustomersAsIfItWereNone() throws Exception {
        HttpResponse<String> others = get(captured(), "mallory", "customer");
        HttpResponse<String> none = get(ids.next(), "mallory", "customer");

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body().replaceAll("/payments/[0-9a-f-]+", ""))
                .isEqualTo(none.body().replaceAll("/payments/[0-9a-f-]+", ""));
    }

    @Test
    void showsAnOperatorAnyPayment() throws Exception {
        assertThat(get(captured(), "olga", "operator").statusCode()).isEqualTo(200);
    }

    @Test
    void wantsATokenAndAKnownRole() throws Exception {
        assertThat(get(ids.next(), null, null).statusCode()).isEqualTo(401);
        assertThat(get(ids.next(), "sam", "stranger").statusCode()).isEqualTo(403);
    }

    @Test
    void showsNothingUntilRequestedAndAPreventedPaymentAfter() throws Exception {
        UUID orderId = ids.next();
        handle(cancel(orderId));
        assertThat(get(orderId, "alice", "customer").statusCode()).isEqualTo(404);

        handle(request(orderId, "tok_visa"));

        assertThat(get(orderId, "alice", "customer").body())
                .contains("\"status\":\"VOIDED\"", "\"30.00\"");
    }

    private HttpResponse<String> get(UUID orderId, @Nullable String subject, @Nullable String role)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/payments/" + orderId));
        if (subject != null && role != null) {
            request.header("Authorization", "Bearer " + SIMULATOR.issuer().token(subject, role));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
