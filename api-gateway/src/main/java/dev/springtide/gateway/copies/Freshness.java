package dev.springtide.gateway.copies;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Whether an answer may be sent to others, and for how long: RFC 9111, at its most careful. */
final class Freshness {

    private static final String MAX_AGE = "max-age=";

    private Freshness() {}

    /** Zero unless the service says that it is public and how long it is fresh. */
    static Duration of(HttpHeaders answer) {
        List<String> directives =
                answer.getOrEmpty(HttpHeaders.CACHE_CONTROL).stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                        .toList();
        boolean varies =
                answer.containsHeader(HttpHeaders.VARY)
                        || answer.containsHeader(HttpHeaders.SET_COOKIE)
                        || answer.containsHeader(HttpHeaders.AGE);
        if (varies || !directives.contains("public") || directives.contains("no-cache")) {
            return Duration.ZERO;
        }
        return directives.stream()
                .filter(directive -> directive.matches(MAX_AGE + "\\d{1,9}"))
                .map(directive -> Long.parseLong(directive.substring(MAX_AGE.length())))
                .map(Duration::ofSeconds)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
