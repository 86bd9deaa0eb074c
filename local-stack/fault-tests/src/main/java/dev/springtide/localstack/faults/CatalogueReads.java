package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Customers who look at a product, at a steady rate, while the orders come in. */
final class CatalogueReads implements AutoCloseable {

    private static final int PER_SECOND = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String PATH = "/api/v1/products/FAULT-0";

    private final ApiClient customer;
    private final Attempts attempts = new Attempts();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    CatalogueReads(World world) {
        customer = world.stream().customer();
    }

    void start() {
        var _ =
                clock.scheduleAtFixedRate(
                        () -> readers.execute(this::read),
                        0,
                        1_000 / PER_SECOND,
                        TimeUnit.MILLISECONDS);
    }

    /** The reads sent since a moment of {@link System#nanoTime}, when each is over. */
    Attempts.Span since(long from) {
        Attempts.Span span = attempts.between(from, System.nanoTime());
        Readiness.within(LONGEST).until(span::isOver);
        return span;
    }

    private void read() {
        Attempts.Attempt attempt = attempts.begin();
        int status = 0;
        try {
            status = customer.get(PATH).status();
        } catch (UncheckedIOException _) {
            // Not answered.
        } finally {
            attempt.end(status);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        readers.close();
    }
}
