package dev.springtide.gateway.problem;

import dev.springtide.problem.ProblemType;
import dev.springtide.problem.Problems;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents; those without a detail are serialised once. */
public final class ProblemResponses {

    private static final String RETRY_AFTER_SECONDS = "1";

    private final JsonMapper json;
    private final Map<ProblemType, byte[]> plain = new ConcurrentHashMap<>();

    public ProblemResponses(JsonMapper json) {
        this.json = json;
    }

    /** The document; not to be changed by the caller. */
    public byte[] document(ProblemType type, @Nullable String detail) {
        return detail == null
                ? plain.computeIfAbsent(type, this::withoutDetail)
                : json.writeValueAsBytes(Problems.of(type, detail));
    }

    /**
     * Replaces whatever the response had, its CORS headers and what it says of the quota apart.
     *
     * @param detail written for the caller
     */
    public Mono<Void> write(
            ServerHttpResponse response, ProblemType type, @Nullable String detail) {
        HttpHeaders headers = response.getHeaders();
        headers.headerNames().stream()
                .filter(name -> !ownHeader(name))
                .toList()
                .forEach(headers::remove);
        response.setStatusCode(HttpStatusCode.valueOf(type.status()));
        byte[] document = document(type, detail);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(document.length);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (type.status() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(document)));
    }

    private byte[] withoutDetail(ProblemType type) {
        return json.writeValueAsBytes(Problems.of(type, null));
    }

    private static boolean ownHeader(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("access-control-")
                || lower.startsWith("ratelimit")
                || lower.equals("retry-after")
                || lower.equals("vary")
                || lower.equals("www-authenticate")
                || lower.equals("connection");
    }
}
