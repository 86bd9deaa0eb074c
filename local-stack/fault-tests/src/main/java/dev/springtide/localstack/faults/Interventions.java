package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Customers who cancel and operators who refund and ship, all of them orders in motion. */
final class Interventions implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final int LONGEST_PAUSE = 200;

    private final World world;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder refunded = new LongAdder();
    private final LongAdder shipped = new LongAdder();
    private final LongAdder refused = new LongAdder();

    Interventions(World world) {
        this.world = world;
    }

    void start() {
        for (int n = 0; n < WRITERS; n++) {
            Random random = new Random(world.settings().seed() - 1 - n);
            threads.execute(() -> write(random));
        }
    }

    /** How many were accepted, of each kind. */
    void measure() {
        world.measured(Figure.atLeast("cancelled meanwhile", cancelled.intValue(), 1));
        world.measured(Figure.atLeast("refunded meanwhile", refunded.intValue(), 1));
        world.measured(Figure.atLeast("shipped meanwhile", shipped.intValue(), 1));
        world.measured(Figure.told("came too early or too late", refused.intValue()));
    }

    private void write(Random random) {
        while (!threads.isShutdown()) {
            UUID order = world.stream().recent().any(random);
            try {
                switch (random.nextInt(4)) {
                    case 0 -> cancel(order);
                    case 1 -> refund(order);
                    case 2 -> ship(order, Map.of());
                    default -> shipFirstLine(order);
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE));
            } catch (UncheckedIOException _) {
                refused.increment();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void cancel(UUID order) {
        count(cancelled, world.stream().customer().post(path(order) + "/cancellation"));
    }

    private void refund(UUID order) {
        Map<String, Object> body =
                Map.of(
                        "amount",
                        Map.of("amount", "1.00", "currency", "EUR"),
                        "reason",
                        "scratched");
        count(refunded, operator().post(path(order) + "/refunds", key(), body));
    }

    private void ship(UUID order, Map<String, Object> some) {
        Map<String, Object> body = new HashMap<>(some);
        body.put("carrier", "Harbour Post");
        body.put("trackingNumber", key());
        count(shipped, operator().post(path(order) + "/shipments", key(), body));
    }

    private void shipFirstLine(UUID order) {
        Answer now = operator().get(path(order));
        String sku = now.body().path("lines").path(0).path("sku").asString("");
        ship(order, Map.of("lines", List.of(Map.of("sku", sku, "quantity", 1))));
    }

    private void count(LongAdder accepted, Answer answer) {
        (answer.isSuccess() ? accepted : refused).increment();
    }

    private ApiClient operator() {
        return world.operator();
    }

    private static String path(UUID order) {
        return "/api/v1/orders/" + order;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        threads.close();
    }
}
