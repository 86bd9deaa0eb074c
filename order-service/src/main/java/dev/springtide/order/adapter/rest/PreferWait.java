package dev.springtide.order.adapter.rest;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long the caller would like the answer to be held (RFC 7240, {@code Prefer: wait=5}): at most
 * 10 s. A preference that cannot be understood is ignored, as that standard wants it.
 */
final class PreferWait {

    private static final long MAX_SECONDS = 10;
    private static final Pattern WAIT =
            Pattern.compile(
                    "(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?=[,;]|$)",
                    Pattern.CASE_INSENSITIVE);

    private PreferWait() {}

    static Duration parse(@Nullable List<String> headers) {
        if (headers == null) {
            return Duration.ZERO;
        }
        Matcher wait = WAIT.matcher(String.join(",", headers));
        return wait.find()
                ? Duration.ofSeconds(Math.min(MAX_SECONDS, Long.parseLong(wait.group(1))))
                : Duration.ZERO;
    }
}
