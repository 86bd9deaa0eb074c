package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.payment.application.SettlementLog;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Webhooks: signed ones count once each, forged ones never. */
class WebhookIT extends RunningPaymentService {

    private final HttpClient http = HttpClient.newHttpClient();
    @Autowired SettlementLog log;
    private UUID orderId = new UUID(0, 0);

    @BeforeEach
    void waitingPayment() {
        holdBack();
        orderId = requested("tok_visa");
    }

    @AfterEach
    void moveOn() {
        breaker().reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD_SECRET, SECRET})
    void countsWithAnyOfTheSecrets(String secret) throws Exception {
        String body = body(newId(), "charge.captured");

        assertThat(send(body, now(), sign(secret, now(), body)).statusCode()).isEqualTo(204);

        assertThat(status(orderId)).isEqualTo("CAPTURED");
        assertThat(events(orderId)).containsExactly("captured");
    }

    @Test
    void countsOnceHoweverOftenItIsSent() throws Exception {
        String body = body(newId(), "charge.captured");
        for (int i = 0; i < 3; i++) {
            assertThat(send(body, now(), sign(SECRET, now(), body)).statusCode()).isEqualTo(204);
        }
        String other = body(newId(), "charge.captured");
        assertThat(send(other, now(), sign(SECRET, now(), other)).statusCode()).isEqualTo(204);

        assertThat(events(orderId)).containsExactly("captured");
        assertThat(
                        jdbc.sql("SELECT count(*) FROM provider_event WHERE event_id IN (?, ?)")
                                .param(idOf(body))
                                .param(idOf(other))
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void refusesAnotherSecret() throws Exception {
        String body = body(newId(), "charge.captured");

        assertRefused(send(body, now(), sign("guessed", now(), body)));
    }

    @Test
    void refusesAChangedBody() throws Exception {
        String body = body(newId(), "charge.captured");
        String signature = sign(SECRET, now(), body);

        assertRefused(send(body.replace("captured", "declined"), now(), signature));
        assertRefused(send(body + " ", now(), signature));
    }

    @Test
    void refusesAMovedTimestamp() throws Exception {
        String body = body(newId(), "charge.captured");
        String recorded = Long.toString(Instant.now().getEpochSecond() - 200);

        assertRefused(send(body, now(), sign(SECRET, recorded, body)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-305, 305, -86_400})
    void refusesWhatIsTooOldOrTooNew(long seconds) throws Exception {
        String body = body(newId(), "charge.captured");
        String then = Long.toString(Instant.now().getEpochSecond() + seconds);

        assertRefused(send(body, then, sign(SECRET, then, body)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-290, 290})
    void bearsClocksThatDiffer(long seconds) throws Exception {
        String body = body(newId(), "charge.captured");
        String then = Long.toString(Instant.now().getEpochSecond() + seconds);

        assertThat(send(body, then, sign(SECRET, then, body)).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1=", "v0=00", "v1=zz", "sha256=abc"})
    void refusesWhatIsNoSignature(String signature) throws Exception {
        assertRefused(send(body(newId(), "charge.captured"), now(), signature));
        assertRefused(send(body(newId(), "charge.captured"), null, null));
    }

    @Test
    void refusesARecordedMessageUnderANewId() throws Exception {
        String body = body(newId(), "charge.captured");
        HttpResponse<String> answer =
                send("simulator", newId(), body, now(), sign(SECRET, now(), body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(status(orderId)).isEqualTo("PENDING");
    }

    @Test
    void knowsItsProviderOnly() throws Exception {
        String body = body(newId(), "charge.captured");
        HttpResponse<String> answer =
                send("somebody", idOf(body), body, now(), sign(SECRET, now(), body));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(status(orderId)).isEqualTo("PENDING");
    }

    @Test
    void bearsEventsThatAreNewsToIt() throws Exception {
        String strange = body(newId(), "payout.created");
        assertThat(send(strange, now(), sign(SECRET, now(), strange)).statusCode()).isEqualTo(204);

        String foreign = body(newId(), "charge.captured").replace(orderId.toString(), newId());
        assertThat(send(foreign, now(), sign(SECRET, now(), foreign)).statusCode()).isEqualTo(204);
        assertThat(status(orderId)).isEqualTo("PENDING");
    }

    @Test
    void forgetsEventsOfLongAgoOnly() throws Exception {
        String old = body(newId(), "charge.captured");
        String recent = body(newId(), "charge.captured");
        send(old, now(), sign(SECRET, now(), old));
        send(recent, now(), sign(SECRET, now(), recent));
        jdbc.sql(
                        "UPDATE provider_event SET received_at = received_at - interval '8 days'"
                                + " WHERE event_id = ?")
                .param(idOf(old))
                .update();

        log.forgetEventsOlderThan(Duration.ofDays(7));

        assertThat(
                        jdbc.sql("SELECT event_id FROM provider_event WHERE event_id IN (?, ?)")
                                .param(idOf(old))
                                .param(idOf(recent))
                                .query(String.class)
                                .list())
                .containsExactly(idOf(recent));
    }

    @Test
    void doesNotBelieveAContradiction() throws Exception {
        String declined = body(newId(), "charge.declined");
        String captured = body(newId(), "charge.captured");

        assertThat(send(declined, now(), sign(SECRET, now(), declined)).statusCode())
                .isEqualTo(204);
        assertThat(send(captured, now(), sign(SECRET, now(), captured)).statusCode())
                .isEqualTo(204);

        assertThat(events(orderId)).containsExactly("declined");
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("/problems/invalid-signature");
        assertThat(status(orderId)).isEqualTo("PENDING");
    }

    private HttpResponse<String> send(
            String body, @Nullable String timestamp, @Nullable String signature) throws Exception {
        return send("simulator", idOf(body), body, timestamp, signature);
    }

    private HttpResponse<String> send(
            String provider,
            String eventId,
            String body,
            @Nullable String timestamp,
            @Nullable String signature)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/api/v1/provider-events/%s"
                                                .formatted(port, provider)))
                        .header("Content-Type", "application/json")
                        .header("Springtide-Event-Id", eventId)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (timestamp != null) {
            request.header("Springtide-Timestamp", timestamp);
        }
        if (signature != null) {
            request.header("Springtide-Signature", signature);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String body(String id, String type) {
        return """
        {"id":"%s","type":"%s","key":"%s","reference":"%s","createdAt":"2026-01-01T00:00:00Z"}\
        """
                .formatted(id, type, chargeKey(orderId), orderId);
    }

    private static String idOf(String body) {
        return body.substring(7, 43);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }

    private static String sign(String secret, String timestamp, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        return "v1=" + HexFormat.of().formatHex(signed);
    }
}
