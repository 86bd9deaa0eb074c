package dev.springtide.localstack.launcher.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Everything at once, except that a service waits for PostgreSQL: it migrates its database first.
 * Kafka, Redis and the simulator may come later than the services.
 */
final class StartSequence {

    private final Platform platform;
    private final StartListener listener;

    StartSequence(Platform platform, StartListener listener) {
        this.platform = platform;
        this.listener = listener;
    }

    /** The first failure is thrown when all parts have either started or failed. */
    void run() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> postgres =
                    CompletableFuture.runAsync(() -> start(Part.POSTGRES), threads);
            List<CompletableFuture<Void>> all =
                    Arrays.stream(Part.values())
                            .map(part -> future(part, postgres, threads))
                            .toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<Void> future(
            Part part, CompletableFuture<Void> postgres, ExecutorService threads) {
        if (part == Part.POSTGRES) {
            return postgres;
        }
        if (!part.isService()) {
            return CompletableFuture.runAsync(() -> start(part), threads);
        }
        CompletableFuture<Void> unpacked =
                CompletableFuture.runAsync(() -> platform.server(part), threads);
        return postgres.thenCombineAsync(unpacked, (_, _) -> part, threads)
                .thenAcceptAsync(this::start, threads);
    }

    private void start(Part part) {
        long begin = System.nanoTime();
        platform.start(part);
        listener.ready(part, Duration.ofNanos(System.nanoTime() - begin));
    }
}
