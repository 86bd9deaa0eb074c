package dev.springtide.payment.adapter.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Verifies {@code v1=<hex HMAC-SHA256(secret, timestamp + "." + raw body)>}. Any of the secrets may
 * have signed, so that a new one can be handed over before the old one goes. Comparison takes the
 * same time however much of a signature is right.
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "v1=";
    private static final Pattern UNIX_SECONDS = Pattern.compile("[0-9]{1,12}");

    private final String provider;
    private final List<SecretKeySpec> secrets;
    private final Duration tolerance;
    private final Clock clock;

    /**
     * @param provider the name in the path of the provider's webhooks
     * @param tolerance how far the timestamp may be from now, to either side
     */
    public WebhookSignature(
            String provider, List<String> secrets, Duration tolerance, Clock clock) {
        this.provider = provider;
        this.secrets =
                secrets.stream()
                        .map(s -> s.getBytes(StandardCharsets.UTF_8))
                        .map(bytes -> new SecretKeySpec(bytes, ALGORITHM))
                        .toList();
        this.tolerance = tolerance;
        this.clock = clock;
    }

    boolean isOf(String name) {
        return provider.equals(name);
    }

    boolean isValid(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null
                || signature == null
                || !signature.startsWith(SCHEME)
                || !UNIX_SECONDS.matcher(timestamp).matches()
                || !isRecent(Long.parseLong(timestamp))) {
            return false;
        }
        byte[] given = signature.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
        boolean valid = false;
        for (SecretKeySpec secret : secrets) {
            byte[] expected = sign(secret, timestamp, body).getBytes(StandardCharsets.UTF_8);
            valid |= MessageDigest.isEqual(expected, given);
        }
        return valid;
    }

    private boolean isRecent(long seconds) {
        return Math.abs(clock.instant().getEpochSecond() - seconds) <= tolerance.toSeconds();
    }

    private static String sign(SecretKeySpec secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
