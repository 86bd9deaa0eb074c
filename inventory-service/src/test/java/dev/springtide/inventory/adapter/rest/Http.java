package dev.springtide.inventory.adapter.rest;

import dev.springtide.inventory.RealServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as somebody. */
final class Http {

    static final String ANYONE = "";
    static final String OPERATOR = "operator";
    static final String CUSTOMER = "customer";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;

    Http(int port) {
        this.port = port;
    }

    /** An answer, read as JSON where there is any. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text(String field) {
            return json().path(field).asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The last part of the problem's type. */
        String problem() {
            return header("Content-Type").startsWith("application/problem+json")
                    ? text("type").replace("https://springtide.dev/problems/", "")
                    : "no problem: " + response.body();
        }
    }

    Answer get(String path, String role, String... headers) {
        return send("GET", path, role, null, headers);
    }

    Answer put(String path, String role, String body) {
        return send("PUT", path, role, body);
    }

    Answer post(String path, String role, String body, String... headers) {
        return send("POST", path, role, body, headers);
    }

    Answer send(String method, String path, String role, @Nullable String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (!role.isEmpty()) {
            String subject = "the-" + role;
            request.header("Authorization", "Bearer " + RealServers.issuer().token(subject, role));
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
