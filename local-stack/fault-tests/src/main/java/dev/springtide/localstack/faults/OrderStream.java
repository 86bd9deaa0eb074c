package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A steady stream of orders from patient customers. */
final class OrderStream implements AutoCloseable {

    /** Who places them all. */
    static final String CUSTOMER = "steady";

    /** Who the order goes to when its card is declined, and nobody else. */
    static final String SHORT_OF_MONEY = "Short of Money";

    /** More are not kept waiting at once; beyond it customers turn away. */
    private static final int MOST_WAITING = 500;

    private static final int CANCEL_EVERY = 20;
    private static final String DECLINED = "tok_declined";
    private static final List<String> CARDS =
            List.of(
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    "tok_visa",
                    DECLINED,
                    "tok_error_once",
                    "tok_visa");

    private final List<String> skus;
    private volatile @Nullable String wanted;
    private final Random random;
    private final PatientClient customer;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Set<UUID> told;
    private Future<?> offers = CompletableFuture.completedFuture(null);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Attempts attempts = new Attempts();
    private final RecentOrders recent = new RecentOrders();

    OrderStream(Stage stage, PatientClient customer, long seed) {
        this.skus = stage.skus();
        this.told = stage.acknowledged();
        this.random = new Random(seed);
        this.customer = customer;
    }

    /** From now on at this rate, whatever it was before. */
    void start(int perSecond) {
        offers.cancel(false);
        offers =
                clock.scheduleAtFixedRate(
                        this::offer,
                        0,
                        TimeUnit.SECONDS.toNanos(1) / perSecond,
                        TimeUnit.NANOSECONDS);
    }

    /**
     * From now on every customer orders one of this and nothing else, and none thinks better of it.
     */
    void wantOnly(String sku) {
        wanted = sku;
    }

    /** From now on the customers order as they did at first. */
    void wantAnything() {
        wanted = null;
    }

    /** No new orders; returns when every client has its answer. */
    void drain() throws InterruptedException {
        clock.shutdownNow();
        waiting.acquire(MOST_WAITING);
        waiting.release(MOST_WAITING);
    }

    RecentOrders recent() {
        return recent;
    }

    /** Whose orders these are. */
    ApiClient customer() {
        return customer.once();
    }

    /** Customers who have no answer yet. */
    int waiting() {
        return MOST_WAITING - waiting.availablePermits();
    }

    int offered() {
        return offered.get();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    Attempts attempts() {
        return attempts;
    }

    /** Answered with something that no repetition would change. */
    int refused() {
        return refused.get();
    }

    /** Answered 503 without being told when to come again. */
    int unadvised() {
        return customer.unadvised();
    }

    String summary() {
        return "offered %d, acknowledged %d, refused %d, turned away %d, repeated requests %d"
                .formatted(
                        offered.get(),
                        acknowledged.get(),
                        refused.get(),
                        turnedAway.get(),
                        customer.repeats());
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
            attempts.turnAway();
            return;
        }
        Map<String, Object> order = order(number);
        clients.execute(() -> {
            try {
                place(order, wanted == null && number % CANCEL_EVERY == 0);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (IllegalStateException e) {
                if (!clients.isShutdown()) {
                    throw e;
                }
            } finally {
                waiting.release();
            }
        });
    }

    private void place(Map<String, Object> order, boolean cancel) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        Attempts.Attempt first = attempts.begin();
        Answer answer = customer.insist(first, client -> client.post("/api/v1/orders", key, order));
        if (!answer.isSuccess()) {
            refused.incrementAndGet();
            return;
        }
        UUID id = UUID.fromString(answer.text("id"));
        told.add(id);
        recent.add(id);
        acknowledged.incrementAndGet();
        if (cancel) {
            String path = "/api/v1/orders/" + answer.text("id") + "/cancellation";
            customer.insist(client -> client.post(path));
        }
    }

    /** What the customer of this number orders. */
    Map<String, Object> order(int number) {
        String card = CARDS.get(number % CARDS.size());
        return Map.of(
                "lines",
                lines(number),
                "currency",
                "EUR",
                "paymentToken",
                card,
                "shippingAddress",
                Map.of(
                        "name", card.equals(DECLINED) ? SHORT_OF_MONEY : "Steady",
                        "line1", "1 Harbour Street",
                        "city", "Bremen",
                        "postalCode", "28195",
                        "country", "DE"));
    }

    private List<Map<String, Object>> lines(int number) {
        String only = wanted;
        if (only != null) {
            return List.of(line(only));
        }
        String sku =
                number % CANCEL_EVERY == 1
                        ? Warehouse.SCARCE
                        : skus.get(random.nextInt(skus.size()));
        return List.of(line(sku), line(skus.get(random.nextInt(skus.size()))));
    }

    private static Map<String, Object> line(String sku) {
        return Map.of("sku", sku, "quantity", 1);
    }
}
