package dev.springtide.localstack.launcher.showcase;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Puts products and their first stock into the shop through its REST API.
 *
 * <p>Done twice it changes nothing: products are put, and each first delivery has one idempotency
 * key.
 */
final class Seeding {

    /** Few at once: the machine is busy warming up. */
    private static final int AT_ONCE = 4;

    private final ApiClient operator;

    Seeding(ApiClient operator) {
        this.operator = operator;
    }

    /** Returns when all are stored; order-service learns of them within a second. */
    void seed(List<Product> products) {
        Semaphore permits = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> all =
                    products.stream()
                            .map(product -> threads.submit(() -> seed(product, permits)))
                            .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void seed(Product product, Semaphore permits) {
        permits.acquireUninterruptibly();
        try {
            seed(product);
        } finally {
            permits.release();
        }
    }

    void seed(Product product) {
        expectSuccess(operator.put("/api/v1/products/" + product.sku(), product.json()), product);
        if (product.stock() > 0) {
            expectSuccess(
                    operator.post(
                            "/api/v1/inventory/" + product.sku() + "/adjustments",
                            "first-delivery-" + product.sku(),
                            Map.of("delta", product.stock(), "reason", "first delivery")),
                    product);
        }
    }

    private static void expectSuccess(Answer answer, Product product) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException(
                    "the shop refused "
                            + product.sku()
                            + ": "
                            + answer.status()
                            + " "
                            + answer.body());
        }
    }
}
