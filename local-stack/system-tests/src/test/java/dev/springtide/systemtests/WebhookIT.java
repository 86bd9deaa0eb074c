package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.localstack.launcher.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's events: signed, fresh, each once; no token needed and none accepted instead. */
class WebhookIT {
    private static final String PATH = "/api/v1/provider-events/simulator";
    private final Storefront provider = Shop.stranger();
    private final String secret =
            Secrets.of(RunningPlatform.get().platform().options().data()).webhookSecret();

    @Test
    void takesASignedEventAndItsRepetition() {
        String event = fresh();
        long now = Instant.now().getEpochSecond();

        assertThat(send(event, now, sign(secret, now, body(event)), body(event)).status())
                .isEqualTo(204);
        assertThat(send(event, now, sign(secret, now, body(event)), body(event)).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(longs = {-290, 290})
    void takesAnEventOfTheLastFiveMinutes(long seconds) {
        String event = fresh();
        long then = Instant.now().getEpochSecond() + seconds;

        assertThat(send(event, then, sign(secret, then, body(event)), body(event)).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 310})
    void refusesAnOldOrEarlyEvent(long seconds) {
        String event = fresh();
        long then = Instant.now().getEpochSecond() + seconds;

        assertRefused(send(event, then, sign(secret, then, body(event)), body(event)));
    }

    @Test
    void refusesAForgedEvent() {
        String event = fresh();
        String body = body(event);
        long now = Instant.now().getEpochSecond();

        assertRefused(send(event, now, sign("another secret", now, body), body));
        assertRefused(send(event, now, sign(secret, now, body), body.replace("3.50", "3.51")));
        assertRefused(send(event, now + 1, sign(secret, now, body), body));
        assertRefused(send(event, now, "v1=", body));
        assertRefused(send(event, now, "v1=zz", body));
        assertRefused(provider.post(PATH, body));
    }

    @Test
    void refusesARecordedEventUnderAnotherId() {
        String body = body(fresh());
        long now = Instant.now().getEpochSecond();

        Problem.assertThatIs(
                send(fresh(), now, sign(secret, now, body), body), 400, "invalid-request");
    }

    private static String fresh() {
        return "evt-" + UUID.randomUUID();
    }

    private static String body(String event) {
        return """
        {"id":"%s","type":"charge.captured","key":"%s:charge","reference":"%s",\
        "amount":{"amount":"3.50","currency":"EUR"},"createdAt":"2026-11-21T10:00:00Z"}\
        """
                .formatted(event, new UUID(1, 2), new UUID(3, 4));
    }

    private Answer send(String event, long timestamp, String signature, String body) {
        return provider.post(
                PATH,
                body,
                "Springtide-Event-Id",
                event,
                "Springtide-Timestamp",
                Long.toString(timestamp),
                "Springtide-Signature",
                signature);
    }

    private static void assertRefused(Answer answer) {
        Problem.assertThatIs(answer, 401, "invalid-signature");
    }

    private static String sign(String secret, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature =
                    mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
