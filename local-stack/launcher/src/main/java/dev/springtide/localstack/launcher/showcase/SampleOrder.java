package dev.springtide.localstack.launcher.showcase;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** One sample being placed and followed. */
final class SampleOrder {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> SETTLED =
            Set.of("CONFIRMED", "REJECTED", "CANCELLED", "COMPLETED");

    private final Sample sample;
    private final ApiClient customer;
    private final String key = UUID.randomUUID().toString();

    SampleOrder(Sample sample, ApiClient customer) {
        this.sample = sample;
        this.customer = customer;
    }

    Sample sample() {
        return sample;
    }

    /**
     * Places it, cancels it where the sample says so, and answers how it ended; what it was last
     * when it did not.
     */
    Answer play() {
        String path = "/api/v1/orders/" + place().text("id");
        Answer order = awaitEnd(path);
        if (sample.cancelled() && order.text("status").equals("CONFIRMED")) {
            customer.post(path + "/cancellation");
            order = awaitEnd(path);
        }
        return order;
    }

    Answer timeline(Answer order) {
        return customer.get("/api/v1/orders/" + order.text("id") + "/timeline");
    }

    /** The products may be a second old: order-service refuses them until it has heard of them. */
    private Answer place() {
        AtomicReference<Answer> last = new AtomicReference<>();
        Readiness.within(PATIENCE)
                .until(() -> {
                    last.set(customer.post("/api/v1/orders", key, sample.json()));
                    return last.get().isSuccess();
                });
        Answer answer = last.get();
        if (answer == null || !answer.isSuccess()) {
            throw new IllegalStateException("the sample order was refused: " + answer);
        }
        return answer;
    }

    private Answer awaitEnd(String path) {
        AtomicReference<Answer> last = new AtomicReference<>(customer.get(path));
        Readiness.within(PATIENCE)
                .until(() -> {
                    last.set(customer.get(path));
                    return SETTLED.contains(last.get().text("status"));
                });
        return last.get();
    }
}
