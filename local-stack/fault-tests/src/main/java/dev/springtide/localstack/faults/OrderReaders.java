package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.api.Answer;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Customers and operators who look at orders in motion through the gateway, again and again. */
final class OrderReaders implements AutoCloseable {

    private static final int READERS = 6;
    private static final int NOT_MODIFIED = 304;

    private final World world;
    private final HistoryChecker checker;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder unanswered = new LongAdder();
    private volatile boolean closing;

    OrderReaders(World world, HistoryChecker checker) {
        this.world = world;
        this.checker = checker;
    }

    /** Half of them are the customer; every other one says which version it knows. */
    void start() {
        for (int n = 0; n < READERS; n++) {
            ApiClient client = n % 2 == 0 ? world.operator() : world.stream().customer();
            boolean tells = n / 2 % 2 == 0;
            Random random = new Random(world.settings().seed() + n);
            threads.execute(() -> read(client, tells, random));
        }
    }

    /** Answers other than the order or that it has not changed. */
    int unanswered() {
        return unanswered.intValue();
    }

    private void read(ApiClient client, boolean tells, Random random) {
        HistoryChecker.Reader reader = checker.reader();
        while (!closing) {
            UUID order = world.stream().recent().any(random);
            String path = "/api/v1/orders/" + order;
            long known = tells ? reader.known(order) : 0;
            try {
                note(reader, order, client.getUnless(path, "\"" + known + "\""));
            } catch (UncheckedIOException _) {
                unanswered.increment();
            }
        }
    }

    private void note(HistoryChecker.Reader reader, UUID order, Answer answer) {
        if (answer.status() == NOT_MODIFIED) {
            reader.seesNoChange(order);
        } else if (answer.isSuccess()) {
            long version = answer.body().path("version").asLong();
            reader.sees(order, version, answer.text("status"));
        } else {
            unanswered.increment();
        }
    }

    @Override
    public void close() {
        closing = true;
        threads.close();
    }
}
