package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The platform under test: one for the whole run, started by the first test that asks. */
final class Shop {
    /** Doubtful payments are asked about again within 10 s, a few times at most. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Set<String> FINAL =
            Set.of("CONFIRMED", "REJECTED", "CANCELLED", "COMPLETED");

    private Shop() {}

    static Storefront customer(String name) {
        return as(name + "-" + UUID.randomUUID(), "customer");
    }

    static Storefront operator() {
        return as("operator-" + UUID.randomUUID(), "operator");
    }

    static Storefront stranger() {
        return withToken(null);
    }

    static Storefront withToken(@Nullable String token) {
        return new Storefront(RunningPlatform.get().gateway(), token);
    }

    static Storefront as(String subject, String role) {
        return withToken(RunningPlatform.get().token(subject, role));
    }

    static String freshSku() {
        return "SYS-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }

    /** A new product that can be ordered, with that many on hand. */
    static String product(String price, int stock) {
        String sku = freshSku();
        putProduct(sku, price);
        if (stock > 0) {
            adjust(sku, stock);
        }
        awaitOrderable(sku);
        return sku;
    }

    static Answer putProduct(String sku, String price) {
        return operator()
                .put("/api/v1/products/" + sku, productJson("Ware " + sku, "system-tests", price));
    }

    static String productJson(String name, String category, String price) {
        return """
        {"name":"%s","description":"Made by a test","category":"%s","price":{"amount":"%s","currency":"EUR"}}\
        """
                .formatted(name, category, price);
    }

    static Answer adjust(String sku, int delta) {
        Answer answer =
                operator().postOnce("/api/v1/inventory/" + sku + "/adjustments", adjustment(delta));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer;
    }

    static String adjustment(int delta) {
        return "{\"delta\":%d,\"reason\":\"restock\"}".formatted(delta);
    }

    /**
     * Returns once order-service knows the product; asks with a wrong total, so nothing is placed.
     */
    static void awaitOrderable(String sku) {
        Storefront asking = customer("asking");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> asking.place(Basket.of(sku, 1).expecting("0.01")).status() == 409);
    }

    /** Waits until the order is through, and answers it. */
    static Answer outcome(Storefront customer, Answer placed) {
        assertThat(placed.status()).as("%s", placed).isEqualTo(201);
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> customer.order(placed.id()),
                        order -> FINAL.contains(order.text("/status")));
    }

    /** Places a basket that is expected to be confirmed, and waits for that. */
    static Answer confirmed(Storefront customer, Basket basket) {
        Answer order = outcome(customer, customer.place(basket));
        assertThat(order.text("/status")).as("%s", order).isEqualTo("CONFIRMED");
        return order;
    }
}
