package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import dev.springtide.localstack.launcher.platform.Platform;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A steady stream of orders. Each client behaves as a good one does: it repeats the same order
 * under the same key until it is told what became of it, at first after a second, later every few.
 */
final class OrderStream implements AutoCloseable {

    /** More are not kept waiting at once; beyond it customers turn away. */
    private static final int MOST_WAITING = 5_000;

    private static final long FIRST_PAUSE = 1_000;
    private static final long LONGEST_PAUSE = 5_000;
    private static final int CANCEL_EVERY = 20;
    private static final List<String> CARDS =
            List.of(
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_declined",
                    "tok_error_once",
                    "tok_visa");

    private final Platform platform;
    private final List<String> skus;
    private final Random random;
    private final Tokens tokens;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong repeats = new AtomicLong();
    private final Attempts attempts = new Attempts();

    OrderStream(Platform platform, List<String> skus, long seed) {
        this.platform = platform;
        this.skus = skus;
        this.random = new Random(seed);
        this.tokens = new Tokens(platform, "steady", "customer");
    }

    void start(int perSecond) {
        var _ =
                clock.scheduleAtFixedRate(
                        this::offer,
                        0,
                        TimeUnit.SECONDS.toNanos(1) / perSecond,
                        TimeUnit.NANOSECONDS);
    }

    /** No new orders; returns when every client has its answer. */
    void drain() throws InterruptedException {
        clock.shutdownNow();
        waiting.acquire(MOST_WAITING);
        waiting.release(MOST_WAITING);
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    int offered() {
        return offered.get();
    }

    Attempts attempts() {
        return attempts;
    }

    /** Answered with something that no repetition would change. */
    int refused() {
        return refused.get();
    }

    String summary() {
        return "offered %d, acknowledged %d, refused %d, turned away %d, repeated requests %d"
                .formatted(
                        offered.get(),
                        acknowledged.size(),
                        refused.get(),
                        turnedAway.get(),
                        repeats.get());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clients.shutdownNow();
    }

    private void offer() {
        int number = offered.incrementAndGet();
        if (!waiting.tryAcquire()) {
            turnedAway.incrementAndGet();
            attempts.begin().end(0);
            return;
        }
        Map<String, Object> order = order(number);
        clients.execute(() -> {
            try {
                place(order, number % CANCEL_EVERY == 0);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                waiting.release();
            }
        });
    }

    private void place(Map<String, Object> order, boolean cancel) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        Attempts.Attempt first = attempts.begin();
        Answer answer = insist(first, client -> client.post("/api/v1/orders", key, order));
        if (!answer.isSuccess()) {
            refused.incrementAndGet();
            return;
        }
        acknowledged.add(UUID.fromString(answer.text("id")));
        if (cancel) {
            String path = "/api/v1/orders/" + answer.text("id") + "/cancellation";
            insist(null, client -> client.post(path));
        }
    }

    /**
     * Repeats until the answer is final: no connection, 401, 409 (in flight), 429 and 5xx are not.
     *
     * @param first told how the first try ended
     */
    private Answer insist(Attempts.@Nullable Attempt first, Function<ApiClient, Answer> request)
            throws InterruptedException {
        Attempts.Attempt told = first;
        for (int repeat = 0; ; repeat++) {
            String token = tokens.current();
            int status = 0;
            try {
                Answer answer = request.apply(new ApiClient(platform.gateway(), token));
                status = answer.status();
                if (answer.isSuccess() || isFinal(answer)) {
                    return answer;
                }
                if (answer.status() == 401) {
                    tokens.renew(token);
                }
            } catch (UncheckedIOException _) {
                // Not answered: it may or may not have happened. The key makes the repetition safe.
            } finally {
                if (told != null) {
                    told.end(status);
                    told = null;
                }
            }
            repeats.incrementAndGet();
            long pause = Math.min(FIRST_PAUSE << Math.min(repeat, 4), LONGEST_PAUSE);
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause));
        }
    }

    private static boolean isFinal(Answer answer) {
        boolean inFlight = answer.text("type").endsWith("/request-in-flight");
        return answer.status() < 500
                && answer.status() != 401
                && answer.status() != 429
                && !inFlight;
    }

    private Map<String, Object> order(int number) {
        String sku =
                number % CANCEL_EVERY == 1
                        ? Warehouse.SCARCE
                        : skus.get(random.nextInt(skus.size()));
        String second = skus.get(random.nextInt(skus.size()));
        return Map.of(
                "lines", List.of(line(sku), line(second)),
                "currency", "EUR",
                "paymentToken", CARDS.get(number % CARDS.size()),
                "shippingAddress",
                        Map.of(
                                "name", "Steady",
                                "line1", "1 Harbour Street",
                                "city", "Bremen",
                                "postalCode", "28195",
                                "country", "DE"));
    }

    private static Map<String, Object> line(String sku) {
        return Map.of("sku", sku, "quantity", 1);
    }
}
