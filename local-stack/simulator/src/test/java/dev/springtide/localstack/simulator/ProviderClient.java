package dev.springtide.localstack.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop that calls the provider. */
record ProviderClient(String baseUrl, String apiKey) {

    static final String API_KEY = "test-key";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    record Reply(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asString();
        }
    }

    static ProviderClient of(Simulator simulator) {
        return new ProviderClient(simulator.providerUrl(), API_KEY);
    }

    Reply charge(String key, String token) throws IOException, InterruptedException {
        return charge(key, token, "12.50");
    }

    Reply charge(String key, String token, String amount) throws IOException, InterruptedException {
        return call("POST", "/v1/charges", key, chargeBody(token, amount));
    }

    static String chargeBody(String token, String amount) {
        return """
        {"amount":{"amount":"%s","currency":"EUR"},"token":"%s","reference":"order-1"}\
        """
                .formatted(amount, token);
    }

    Reply cancel(String key) throws IOException, InterruptedException {
        return call("POST", "/v1/charges/" + key + "/void", null, "");
    }

    Reply status(String key) throws IOException, InterruptedException {
        return call("GET", "/v1/charges/" + key, null, null);
    }

    Reply refund(String key, String chargeKey, String amount)
            throws IOException, InterruptedException {
        String body =
                """
                {"chargeKey":"%s","amount":{"amount":"%s","currency":"EUR"}}\
                """
                        .formatted(chargeKey, amount);
        return call("POST", "/v1/refunds", key, body);
    }

    JsonNode ledger() throws IOException, InterruptedException {
        return call("GET", "/v1/ledger?after=0&limit=10000", null, null).body().path("entries");
    }

    Reply settings(String changes) throws IOException, InterruptedException {
        return call("PUT", "/v1/settings", null, changes);
    }

    Reply call(String method, String path, @Nullable String key, @Nullable String body)
            throws IOException, InterruptedException {
        return call(method, path, key, body, Duration.ofSeconds(20));
    }

    Reply call(
            String method,
            String path,
            @Nullable String key,
            @Nullable String body,
            Duration patience)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path))
                        .timeout(patience)
                        .header("Authorization", "Bearer " + apiKey)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<byte[]> response =
                HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), JSON.readTree(response.body()));
    }
}
