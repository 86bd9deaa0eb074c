package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Products with more stock than the test sells, and one that soon runs out. */
final class Warehouse {

    static final String SCARCE = "FAULT-SCARCE";

    private static final int PRODUCTS = 20;
    private static final int PLENTY = 1_000_000;
    private static final int SCARCE_STOCK = 50;

    private Warehouse() {}

    /** The SKUs of which there is plenty. */
    static List<String> fill(Platform platform) {
        ApiClient operator = operator(platform);
        List<String> skus = IntStream.range(0, PRODUCTS).mapToObj(n -> "FAULT-" + n).toList();
        skus.forEach(sku -> store(operator, sku, PLENTY));
        store(operator, SCARCE, SCARCE_STOCK);
        return skus;
    }

    /** A new product with so many units; the answer is its SKU. */
    static String deliver(Platform platform, int units) {
        String sku = "FAULT-" + UUID.randomUUID().toString().substring(0, 8);
        store(operator(platform), sku, units);
        return sku;
    }

    private static ApiClient operator(Platform platform) {
        return new ApiClient(platform.gateway(), platform.token("warehouse", "operator"));
    }

    private static void store(ApiClient operator, String sku, int stock) {
        Map<String, Object> product =
                Map.of(
                        "name",
                        sku,
                        "description",
                        "Sold while processes die",
                        "category",
                        "faults",
                        "price",
                        Map.of("amount", "9.90", "currency", "EUR"));
        require(operator.put("/api/v1/products/" + sku, product), sku);
        Map<String, Object> delivery = Map.of("delta", stock, "reason", "first delivery");
        require(
                operator.post("/api/v1/inventory/" + sku + "/adjustments", "fill-" + sku, delivery),
                sku);
    }

    private static void require(Answer answer, String sku) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("the shop refused " + sku + ": " + answer);
        }
    }
}
