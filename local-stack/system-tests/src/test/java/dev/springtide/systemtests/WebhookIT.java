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
    private static final String BODY =
            """
            {"id":"evt_1","type":"charge.captured","key":"%s:charge","reference":"%s",\
            "amount":{"amount":"3.50","currency":"EUR"},"createdAt":"2026-11-21T10:00:00Z"}\
            """
                    .formatted(UUID.randomUUID(), UUID.randomUUID());

    private final Storefront provider = Shop.stranger();
    private final String secret =
            Secrets.of(RunningPlatform.get().platform().options().data()).webhookSecret();

    @Test
    void takesASignedEventAndItsRepetition() {
        String event = UUID.randomUUID().toString();
        long now = Instant.now().getEpochSecond();

        assertThat(send(event, now, sign(secret, now, BODY), BODY).status()).isEqualTo(204);
        assertThat(send(event, now, sign(secret, now, BODY), BODY).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(longs = {-290, 290})
    void takesAnEventOfTheLastFiveMinutes(long seconds) {
        long then = Instant.now().getEpochSecond() + seconds;

        assertThat(
                        send(UUID.randomUUID().toString(), then, sign(secret, then, BODY), BODY)
                                .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 310})
    void refusesAnOldOrEarlyEvent(long seconds) {
        long then = Instant.now().getEpochSecond() + seconds;

        assertRefused(send("evt", then, sign(secret, then, BODY), BODY));
    }

    @Test
    void refusesAForgedEvent() {
        long now = Instant.now().getEpochSecond();

        assertRefused(send("evt", now, sign("another secret", now, BODY), BODY));
        assertRefused(send("evt", now, sign(secret, now, BODY), BODY.replace("3.50", "3.51")));
        assertRefused(send("evt", now + 1, sign(secret, now, BODY), BODY));
        assertRefused(send("evt", now, "v1=", BODY));
        assertRefused(send("evt", now, "v1=zz", BODY));
        assertRefused(provider.post(PATH, BODY));
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
