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

    /** The first failure stops the whole platform and is thrown. */
    void run() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> postgres =
                    CompletableFuture.runAsync(() -> start(Part.POSTGRES), threads);
            awaitAll(
                    Arrays.stream(Part.values())
                            .map(part -> future(part, postgres, threads))
                            .toList());
        }
    }

    private void awaitAll(List<CompletableFuture<Void>> parts) {
        CompletableFuture<Object> failure = new CompletableFuture<>();
        parts.forEach(part -> part.exceptionally(cause -> fail(failure, cause)));
        try {
            CompletableFuture.anyOf(
                            failure,
                            CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)))
                    .join();
        } catch (CompletionException e) {
            platform.stop();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Void fail(CompletableFuture<Object> failure, Throwable cause) {
        failure.completeExceptionally(
                cause instanceof CompletionException && cause.getCause() != null
                        ? cause.getCause()
                        : cause);
        throw new CompletionException(cause);
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
