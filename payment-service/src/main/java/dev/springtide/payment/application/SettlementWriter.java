package dev.springtide.payment.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of results: takes all that queued while the last commit was in flight and writes
 * it in one transaction. What it fails to write is not lost: the lease of the try ends and the
 * provider is asked again.
 */
public final class SettlementWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SettlementWriter.class);
    private static final Duration IDLE = Duration.ofMillis(100);

    private final BlockingQueue<Pending> queue;
    private final Consumer<List<Settlement>> handler;
    private final Predicate<RuntimeException> unavailable;
    private final Pace pace;
    private final int largestBatch;
    private final Thread thread;
    private volatile boolean closing;

    private record Pending(Settlement settlement, CompletableFuture<Void> written) {}

    /**
     * @param unavailable tells a database that cannot write now from a settlement that never can
     */
    public SettlementWriter(
            Consumer<List<Settlement>> handler,
            Predicate<RuntimeException> unavailable,
            Pace pace,
            int capacity,
            int largestBatch) {
        this.handler = handler;
        this.unavailable = unavailable;
        this.pace = pace;
        this.largestBatch = largestBatch;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofPlatform().name("settlement-writer").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /**
     * Completes when it is committed.
     *
     * @throws RejectedExecutionException when too much waits already
     */
    public CompletableFuture<Void> submit(Settlement settlement) {
        Pending pending = new Pending(settlement, new CompletableFuture<>());
        if (closing || !queue.offer(pending)) {
            throw new RejectedExecutionException("too many results wait to be written");
        }
        return pending.written();
    }

    /** Writes what waits and stops. */
    public void stop() throws InterruptedException {
        closing = true;
        thread.join();
    }

    private void run() {
        while (!closing || !queue.isEmpty()) {
            try {
                Pending first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    pace.await();
                    List<Pending> batch = new ArrayList<>(List.of(first));
                    queue.drainTo(batch, largestBatch - 1);
                    write(batch);
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void write(List<Pending> batch) {
        try {
            handler.accept(batch.stream().map(Pending::settlement).toList());
            batch.forEach(pending -> pending.written().complete(null));
        } catch (RuntimeException e) {
            if (batch.size() == 1 || unavailable.test(e)) {
                LOG.warn(
                        "{} results were not written; the provider will be asked", batch.size(), e);
                batch.forEach(pending -> pending.written().completeExceptionally(e));
            } else {
                write(batch.subList(0, batch.size() / 2));
                write(batch.subList(batch.size() / 2, batch.size()));
            }
        } catch (Error e) {
            batch.forEach(pending -> pending.written().completeExceptionally(e));
            LOG.error("{} results were not written", batch.size(), e);
        }
    }
}
