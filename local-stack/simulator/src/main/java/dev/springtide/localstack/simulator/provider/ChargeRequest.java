package dev.springtide.localstack.simulator.provider;

import dev.springtide.localstack.simulator.http.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The body of a charge. */
record ChargeRequest(Amount amount, String token, String reference) {

    ChargeRequest {
        if (amount == null || token == null || reference == null) {
            throw new BadRequestException("amount, token and reference are required");
        }
    }

    /** Why the token is declined; null when it pays. */
    @Nullable String declineCode() {
        return switch (token) {
            case "tok_visa", "tok_timeout", "tok_timeout_before", "tok_error_once", "tok_slow" ->
                    null;
            case "tok_declined" -> "card_declined";
            case "tok_insufficient_funds" -> "insufficient_funds";
            default -> "invalid_token";
        };
    }

    int extraLatencyMillis() {
        return token.equals("tok_slow") ? 2_000 : 0;
    }

    String fingerprint() {
        String request = amount.minor() + amount.currency() + '\n' + token + '\n' + reference;
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(request.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
