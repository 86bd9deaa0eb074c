package dev.springtide.localstack.launcher.showcase;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.AotTraining;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Customers of a rehearsal: each looks at the catalogue and at a product, orders it and asks what
 * became of the order, again and again. What a rehearsing platform answers does not matter to them.
 */
public final class Visitors implements Consumer<Platform> {

    private static final int AT_ONCE = 16;
    private static final int VISITS = 4_000;
    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final int STOCK = 1_000_000;
    private static final List<Product> PRODUCTS =
            IntStream.range(0, 40)
                    .mapToObj(n ->
                            new Product(
                                    "REHEARSAL-" + n,
                                    "Prop " + n,
                                    "Looks like a product.",
                                    "props",
                                    "19.90",
                                    STOCK))
                    .toList();

    private Visitors() {}

    /** Makes the AOT caches that are missing, with these customers. */
    public static void rehearse(PlatformOptions options, Consumer<String> news) {
        new AotTraining(options, news).rehearse(new Visitors());
    }

    @Override
    public void accept(Platform platform) {
        new Seeding(new ApiClient(platform.gateway(), platform.token("operator", "operator")))
                .seed(PRODUCTS);
        AtomicInteger visits = new AtomicInteger();
        long end = System.nanoTime() + LONGEST.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < AT_ONCE; n++) {
                String customer = "visitor-" + n;
                ApiClient client =
                        new ApiClient(platform.gateway(), platform.token(customer, "customer"));
                threads.execute(() -> {
                    int visit = visits.getAndIncrement();
                    while (visit < VISITS && System.nanoTime() - end < 0) {
                        visit(client, customer, PRODUCTS.get(visit % PRODUCTS.size()).sku());
                        visit = visits.getAndIncrement();
                    }
                });
            }
        }
    }

    private static void visit(ApiClient client, String customer, String sku) {
        try {
            client.get("/api/v1/products");
            client.get("/api/v1/products/" + sku);
            Sample order =
                    new Sample(customer, "visits", Map.of(sku, 1), "tok_visa", false, "CONFIRMED");
            Answer placed =
                    client.post("/api/v1/orders", UUID.randomUUID().toString(), order.json());
            if (placed.isSuccess()) {
                client.get("/api/v1/orders/" + placed.text("id"));
                client.get("/api/v1/orders");
            }
        } catch (UncheckedIOException _) {
            // Whoever is not answered comes again.
        }
    }
}
