package dev.springtide.localstack.simulator.issuer;

import dev.springtide.localstack.simulator.http.BadRequestException;
import dev.springtide.localstack.simulator.http.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose token to issue.
 *
 * @param ttl seconds, 1 to 28800 (8 h, the default)
 */
record TokenRequest(@Nullable String sub, @Nullable String role, @Nullable Long ttl) {

    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Set<String> ROLES = Set.of("customer", "operator");

    static TokenRequest of(Request request) {
        String contentType = request.header("Content-Type");
        if (contentType != null && contentType.startsWith("application/json")) {
            return request.json(TokenRequest.class);
        }
        Map<String, String> form = request.form();
        return new TokenRequest(form.get("sub"), form.get("role"), seconds(form.get("ttl")));
    }

    String subject() {
        if (sub == null || sub.isBlank()) {
            throw new BadRequestException("sub is required");
        }
        return sub;
    }

    String knownRole() {
        if (role == null || !ROLES.contains(role)) {
            throw new BadRequestException("role must be customer or operator");
        }
        return role;
    }

    Duration validity() {
        if (ttl == null) {
            return LONGEST;
        }
        if (ttl < 1 || ttl > LONGEST.toSeconds()) {
            throw new BadRequestException("ttl must be 1 to " + LONGEST.toSeconds() + " seconds");
        }
        return Duration.ofSeconds(ttl);
    }

    private static @Nullable Long seconds(@Nullable String value) {
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException notANumber) {
            throw new BadRequestException("ttl must be a number of seconds");
        }
    }
}
