package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Somebody who reads the same again and again, at a steady rate, while the orders come in. */
final class SteadyReads implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Beyond this a read is left out: it would only wait for those before it. */
    private static final int MOST_AT_ONCE = 32;

    private final ApiClient reader;
    private final String path;
    private final Attempts attempts = new Attempts();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    SteadyReads(ApiClient reader, String path) {
        this.reader = reader;
        this.path = path;
    }

    void start(int perSecond) {
        var _ =
                clock.scheduleAtFixedRate(
                        this::offer,
                        0,
                        TimeUnit.SECONDS.toNanos(1) / perSecond,
                        TimeUnit.NANOSECONDS);
    }

    /** The reads sent since a moment of {@link System#nanoTime}, when each is over. */
    Attempts.Span since(long from) {
        Attempts.Span span = attempts.between(from, System.nanoTime());
        Readiness.within(LONGEST).until(span::isOver);
        return span;
    }

    private void offer() {
        if (places.tryAcquire()) {
            readers.execute(this::read);
        }
    }

    private void read() {
        Attempts.Attempt attempt = attempts.begin();
        int status = 0;
        try {
            status = reader.get(path).status();
        } catch (UncheckedIOException _) {
            // Not answered.
        } finally {
            attempt.end(status);
            places.release();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        readers.close();
    }
}
