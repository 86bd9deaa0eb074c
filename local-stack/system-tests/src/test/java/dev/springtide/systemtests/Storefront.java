package dev.springtide.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One caller of the gateway, with a token or without. Header pairs follow the body. */
record Storefront(URI gateway, @Nullable String token) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final String JSON = "application/json";

    Answer get(String path, String... headers) {
        return send(request("GET", path, BodyPublishers.noBody(), headers));
    }

    Answer post(String path, String body, String... headers) {
        return send(request("POST", path, BodyPublishers.ofString(body), headers));
    }

    Answer put(String path, String body, String... headers) {
        return send(request("PUT", path, BodyPublishers.ofString(body), headers));
    }

    /** Posts under a fresh idempotency key. */
    Answer postOnce(String path, String body) {
        return post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Places a basket under a fresh idempotency key. */
    Answer place(Basket basket) {
        return postOnce("/api/v1/orders", basket.json());
    }

    /** Places a basket under the given idempotency key. */
    Answer place(Basket basket, String key) {
        return post("/api/v1/orders", basket.json(), "Idempotency-Key", key);
    }

    Answer order(String id) {
        return get("/api/v1/orders/" + id);
    }

    Answer cancel(String id) {
        return post("/api/v1/orders/" + id + "/cancellation", "");
    }

    /** Any request; a header pair replaces the JSON content type and the bearer token. */
    Answer send(String method, String path, BodyPublisher body, String... headers) {
        return send(request(method, path, body, headers));
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, body);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body.contentLength() != 0) {
            request.setHeader("Content-Type", JSON);
        }
        for (int pair = 0; pair < headers.length; pair += 2) {
            request.setHeader(headers[pair], headers[pair + 1]);
        }
        return request.build();
    }

    private static Answer send(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
