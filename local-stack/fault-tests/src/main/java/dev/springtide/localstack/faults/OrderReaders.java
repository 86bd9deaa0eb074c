package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/**
 * Customers and operators who look at orders in motion through the gateway, again and again: at the
 * list of the newest, at one of them, and at one whose version they know.
 */
final class OrderReaders implements AutoCloseable {

    private static final int READERS = 6;
    private static final int NOT_MODIFIED = 304;
    private static final String ORDERS = "/api/v1/orders";
    private static final String NEWEST = ORDERS + "?limit=50";

    private final World world;
    private final HistoryChecker checker;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder unanswered = new LongAdder();
    private volatile boolean closing;

    OrderReaders(World world, HistoryChecker checker) {
        this.world = world;
        this.checker = checker;
    }

    /** One of each kind is an operator, the other the customer. */
    void start() {
        for (int n = 0; n < READERS; n++) {
            ApiClient client = n % 2 == 0 ? world.operator() : world.stream().customer();
            HistoryChecker.Reader reader = checker.reader();
            Random random = new Random(world.settings().seed() + n);
            switch (n / 2) {
                case 0 -> repeat(() -> list(client, reader));
                case 1 -> repeat(() -> one(client, reader, any(random), 0));
                default ->
                        repeat(() -> {
                            UUID order = any(random);
                            one(client, reader, order, reader.known(order));
                        });
            }
        }
    }

    /** Answers other than orders or that one has not changed. */
    int unanswered() {
        return unanswered.intValue();
    }

    private void repeat(Runnable look) {
        threads.execute(() -> {
            while (!closing) {
                try {
                    look.run();
                } catch (UncheckedIOException _) {
                    unanswered.increment();
                }
            }
        });
    }

    private void list(ApiClient client, HistoryChecker.Reader reader) {
        Answer answer = client.get(NEWEST);
        if (answer.isSuccess()) {
            answer.body().path("items").forEach(order -> sees(reader, order));
        } else {
            unanswered.increment();
        }
    }

    /**
     * @param known the version that need not be sent again; 0 for none
     */
    private void one(ApiClient client, HistoryChecker.Reader reader, UUID order, long known) {
        Answer answer = client.getUnless(ORDERS + "/" + order, "\"" + known + "\"");
        if (answer.status() == NOT_MODIFIED) {
            reader.seesNoChange(order);
        } else if (answer.isSuccess()) {
            sees(reader, answer.body());
        } else {
            unanswered.increment();
        }
    }

    private static void sees(HistoryChecker.Reader reader, JsonNode order) {
        reader.sees(
                UUID.fromString(order.path("id").asString()),
                order.path("version").asLong(),
                order.path("status").asString());
    }

    private UUID any(Random random) {
        return world.stream().recent().any(random);
    }

    @Override
    public void close() {
        closing = true;
        threads.close();
    }
}
