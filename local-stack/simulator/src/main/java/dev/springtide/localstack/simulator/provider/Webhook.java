package dev.springtide.localstack.simulator.provider;

import dev.springtide.localstack.simulator.http.Json;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One event for the shop; its id stays the same however often it is sent. */
record Webhook(
        String id,
        String type,
        String key,
        @Nullable String reference,
        @Nullable Amount amount,
        Instant createdAt) {

    static Webhook about(String type, LedgerEntry entry) {
        return new Webhook(
                UUID.randomUUID().toString(),
                type,
                entry.key(),
                entry.reference(),
                entry.amount(),
                entry.at());
    }

    /** The request as sent now: the signature covers the time of sending and the raw body. */
    HttpRequest signedFor(WebhookTarget target) {
        byte[] body = Json.MAPPER.writeValueAsBytes(this);
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        return HttpRequest.newBuilder(target.url())
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("Springtide-Event-Id", id)
                .header("Springtide-Timestamp", timestamp)
                .header("Springtide-Signature", "v1=" + hmac(target.secret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String hmac(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + '.').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has HmacSHA256", impossible);
        }
    }
}
