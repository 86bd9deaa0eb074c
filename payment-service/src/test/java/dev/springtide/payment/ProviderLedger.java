package dev.springtide.payment;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider's own books, read over its audit interface. */
final class ProviderLedger {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String providerUrl;
    private final String apiKey;

    ProviderLedger(String providerUrl, String apiKey) {
        this.providerUrl = providerUrl;
        this.apiKey = apiKey;
    }

    /**
     * A line of the books.
     *
     * @param minor in cents; 0 where the provider names no amount
     */
    record Entry(
            String kind,
            String key,
            String chargeKey,
            String reference,
            long minor,
            String status) {

        /** What the line moves from the customer to us. */
        long flow() {
            return switch (status) {
                case "captured" -> minor;
                case "voided", "succeeded" -> -minor;
                default -> 0;
            };
        }
    }

    List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        String after = "0";
        while (true) {
            JsonNode page = get("/v1/ledger?limit=1000&after=" + after);
            page.get("entries").forEach(entry -> all.add(entry(entry)));
            if (page.path("next").isMissingNode() || page.path("next").isNull()) {
                return all;
            }
            after = page.get("next").asString();
        }
    }

    List<Entry> of(UUID orderId) {
        return entries().stream().filter(e -> e.reference().equals(orderId.toString())).toList();
    }

    private JsonNode get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(providerUrl + path))
                        .header("Authorization", "Bearer " + apiKey)
                        .build();
        try {
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Entry entry(JsonNode node) {
        String amount = node.path("amount").path("amount").asString("0");
        return new Entry(
                node.get("kind").asString(),
                node.get("key").asString(),
                node.get("chargeKey").asString(),
                node.path("reference").asString(""),
                new BigDecimal(amount).movePointRight(2).longValueExact(),
                node.get("status").asString());
    }
}
