package dev.springtide.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One order per key and customer, however often it is asked for. */
class IdempotencyIT {
    private final Storefront alice = Shop.customer("alice");
    private final String sku = Shop.product("3.50", 50);
    private final String key = UUID.randomUUID().toString();

    @Test
    void aReplayAnswersTheOrderAsItIsNow() {
        Answer first = alice.place(Basket.of(sku, 1), key);
        Shop.outcome(alice, first);

        Answer replay = alice.place(Basket.of(sku, 1), key);

        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.id()).isEqualTo(first.id());
        assertThat(replay.text("/status")).isEqualTo("CONFIRMED");
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replay.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isNotEqualTo("true");
        assertThat(alice.get("/api/v1/orders").items()).hasSize(1);
    }

    @Test
    void theOrderOfFieldsAndSpacesIsNoOtherBody() {
        Answer first = alice.place(Basket.of(sku, 1), key);
        String spaced =
                Basket.of(sku, 1)
                        .json()
                        .replace(",\"currency\":\"EUR\"", "")
                        .replaceFirst("\\{", "{ \"currency\" : \"EUR\", ");

        Answer replay = alice.post("/api/v1/orders", spaced, "Idempotency-Key", key);

        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(replay.id()).isEqualTo(first.id());
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        alice.place(Basket.of(sku, 1), key);

        Problem.assertThatIs(alice.place(Basket.of(sku, 2), key), 422, "idempotency-key-reused");
        assertThat(alice.get("/api/v1/orders").items()).hasSize(1);
    }

    @Test
    void aRefusedOrderLeavesItsKeyFree() {
        Problem.assertThatIs(
                alice.place(Basket.of(Shop.freshSku(), 1), key), 422, "unknown-product");

        assertThat(alice.place(Basket.of(sku, 1), key).status()).isEqualTo(201);
    }

    @Test
    void anotherCustomersKeyRevealsNothing() {
        Answer first = alice.place(Basket.of(sku, 1), key);

        Answer other = Shop.customer("bob").place(Basket.of(sku, 2), key);

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(other.header("Idempotency-Replayed")).isNotEqualTo("true");
    }

    @Test
    void parallelRequestsUnderOneKeyMakeOneOrder() throws Exception {
        List<Answer> answers = inParallel(64, () -> alice.place(Basket.of(sku, 1), key));

        assertThat(answers).allSatisfy(IdempotencyIT::isTheOrderOrInFlight);
        Set<String> ids =
                answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(Answer::id)
                        .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(alice.get("/api/v1/orders").items()).hasSize(1);
    }

    @Test
    void aKeyIsRequiredAndHasItsLimits() {
        String body = Basket.of(sku, 1).json();

        Problem.assertThatIs(alice.post("/api/v1/orders", body), 400, "missing-idempotency-key");
        assertThat(alice.place(Basket.of(sku, 1), "k".repeat(256)).status()).isEqualTo(400);
        assertThat(alice.place(Basket.of(sku, 1), "k".repeat(255)).status()).isEqualTo(201);
        assertThat(alice.place(Basket.of(sku, 1), "~").status()).isEqualTo(201);
        assertThat(alice.post("/api/v1/orders", body, "Idempotency-Key", "").status())
                .isEqualTo(400);
    }

    /** A busy platform may also say that the outcome is not known yet: the same key asks again. */
    private static void isTheOrderOrInFlight(Answer answer) {
        switch (answer.status()) {
            case 201 -> {}
            case 503 -> {
                Problem.assertThatIs(answer, 503, "service-unavailable");
                assertThat(answer.header("Retry-After")).isNotEmpty();
            }
            default -> Problem.assertThatIs(answer, 409, "request-in-flight");
        }
    }

    private static List<Answer> inParallel(int times, Callable<Answer> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> started =
                    callers.invokeAll(IntStream.range(0, times).mapToObj(number -> call).toList());
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : started) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
