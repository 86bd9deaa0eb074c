package dev.springtide.inventory.adapter.cache;

import dev.springtide.inventory.application.CatalogueDocument;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * One load for each key at a time, whoever waits for it. The load runs on a thread of its own, so
 * that nobody waits longer than they want to, the first one included.
 */
final class Flights {

    private final ConcurrentMap<String, CompletableFuture<CatalogueDocument>> flying =
            new ConcurrentHashMap<>();
    private final Executor threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("catalogue-", 0).factory());

    CompletableFuture<CatalogueDocument> join(String key, Supplier<CatalogueDocument> load) {
        CompletableFuture<CatalogueDocument> flight = new CompletableFuture<>();
        CompletableFuture<CatalogueDocument> ahead = flying.putIfAbsent(key, flight);
        if (ahead != null) {
            return ahead;
        }
        threads.execute(() -> fly(key, load, flight));
        return flight;
    }

    /** Whoever has seen a flight end starts a new one. */
    private void fly(
            String key,
            Supplier<CatalogueDocument> load,
            CompletableFuture<CatalogueDocument> flight) {
        try {
            CatalogueDocument document = load.get();
            flying.remove(key, flight);
            flight.complete(document);
        } catch (Throwable e) {
            flying.remove(key, flight);
            flight.completeExceptionally(e);
        }
    }
}
