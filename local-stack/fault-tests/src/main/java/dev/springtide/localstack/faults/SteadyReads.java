package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.api.ApiClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Somebody who reads the same again and again, at a steady rate, while the orders come in. */
final class SteadyReads implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ApiClient reader;
    private final String path;
    private final Attempts attempts = new Attempts();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    SteadyReads(ApiClient reader, String path) {
        this.reader = reader;
        this.path = path;
    }

    void start(int perSecond) {
        var _ =
                clock.scheduleAtFixedRate(
                        () -> readers.execute(this::read),
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

    private void read() {
        Attempts.Attempt attempt = attempts.begin();
        int status = 0;
        try {
            status = reader.get(path).status();
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
