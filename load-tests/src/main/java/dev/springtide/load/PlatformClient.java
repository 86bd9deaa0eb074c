package dev.springtide.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls that prepare a run and count its result; they are no part of the load. */
public final class PlatformClient {
    private static final int SPARE_STOCK = 1_000;
    private static final int PIECES_PER_ORDER = 3;
    private static final int UNAVAILABLE = 503;
    private static final int REPEATS = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Settings settings;
    private final String operator;

    /** Fetches an operator's token from the issuer. */
    public PlatformClient(Settings settings) {
        this.settings = settings;
        this.operator = token("load-operator", "operator");
    }

    /** A token of the development issuer. */
    public String token(String subject, String role) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(settings.issuer() + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("sub=" + subject + "&role=" + role))
                        .build();
        return send(request).get("access_token").asString();
    }

    /** Puts enough of everything on sale, and the scarce product of a flash sale. */
    void stockUp() {
        long pieces = settings.orders() * PIECES_PER_ORDER / settings.goods() + SPARE_STOCK;
        for (int product = 0; product < settings.goods(); product++) {
            stock(settings.sku(product), pieces);
        }
        if (settings.suite() == Suite.FLASH_SALE) {
            stock(settings.flashSku(), settings.flashUnits());
        }
    }

    /** Makes a product or leaves it as it is, and restocks it. */
    private void stock(String sku, long pieces) {
        String product =
                "{\"name\":\"Load %s\",\"description\":\"\",\"category\":\"load\",\"price\":{\"amount\":\"9.90\",\"currency\":\"EUR\"}}"
                        .formatted(sku);
        send(request("/api/v1/products/" + sku).PUT(BodyPublishers.ofString(product)).build());
        String restock = "{\"delta\":%d,\"reason\":\"restock\"}".formatted(pieces);
        send(
                request("/api/v1/inventory/" + sku + "/adjustments")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(restock))
                        .build());
    }

    /** How many of the flash sale's product inventory has sold. */
    long sold() {
        return get("/api/v1/inventory/" + settings.flashSku()).path("sold").asLong();
    }

    /** One page as an operator sees it. */
    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(settings.gateway().resolve(path))
                .header("Authorization", "Bearer " + operator)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = answer(request);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.method()
                                + " "
                                + request.uri()
                                + " answered "
                                + answer.statusCode()
                                + ": "
                                + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(
                    "No platform at " + request.uri() + "; start it with ./run", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Asks again what was refused for want of time: each of these requests may be repeated. */
    private HttpResponse<String> answer(HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        for (int n = 0; answer.statusCode() == UNAVAILABLE && n < REPEATS; n++) {
            Thread.sleep(
                    Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            answer = http.send(request, BodyHandlers.ofString());
        }
        return answer;
    }
}
