package dev.springtide.localstack.simulator.http;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A request whose body has been read.
 *
 * @param path the decoded segments below the route's prefix
 */
public record Request(
        String method, List<String> path, Map<String, String> query, Headers headers, String body) {

    static Request of(String method, String prefix, URI uri, Headers headers, byte[] body) {
        List<String> path =
                List.of(uri.getRawPath().substring(prefix.length()).split("/")).stream()
                        .filter(segment -> !segment.isEmpty())
                        .map(Request::decode)
                        .toList();
        return new Request(
                method,
                path,
                parameters(uri.getRawQuery()),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    public boolean is(String method, int segments) {
        return this.method.equals(method) && path.size() == segments;
    }

    /** The body as a form's fields. */
    public Map<String, String> form() {
        return parameters(body);
    }

    public <T> T json(Class<T> type) {
        try {
            T value = Json.MAPPER.readValue(body, type);
            if (value == null) {
                throw new BadRequestException("a JSON object is required");
            }
            return value;
        } catch (JacksonException malformed) {
            throw new BadRequestException("malformed JSON: " + malformed.getOriginalMessage());
        }
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new HashMap<>();
        if (encoded == null || encoded.isBlank()) {
            return parameters;
        }
        for (String pair : encoded.strip().split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadRequestException("malformed encoding");
        }
    }
}
