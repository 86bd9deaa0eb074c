package dev.springtide.order.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with a running service as the bearer of one token. */
public final class OrderClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final int port;
    private final String token;

    OrderClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** An answer with its body as JSON. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String id() {
            return json().get("id").asString();
        }

        /** The last part of the problem's type. */
        public String problem() {
            return json().get("type").asString().replaceFirst(".*/", "");
        }

        private boolean isUnknown() {
            return status() == UNAVAILABLE
                    || (status() == CONFLICT && problem().equals("request-in-flight"));
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Places an order with this key and body. */
    public Answer place(String key, String body) {
        return place(key, body, Map.of());
    }

    /**
     * The id of the order that it places. As clients do, it asks again under the same key where
     * storing it took too long, and while that is still under way: a busy machine can stand still
     * for longer than callers are kept.
     */
    public String placed(String key, String body) {
        return await().atMost(PATIENCE)
                .until(() -> place(key, body), answer -> !answer.isUnknown())
                .id();
    }

    public Answer place(String key, String body, Map<String, String> headers) {
        return post("/api/v1/orders", key, body, headers);
    }

    /** Asks for something under this key. */
    public Answer post(String path, String key, String body) {
        return post(path, key, body, Map.of());
    }

    private Answer post(String path, String key, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    public Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** A request that the test finishes itself. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
