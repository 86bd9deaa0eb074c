package dev.springtide.localstack.simulator.provider;

import dev.springtide.localstack.simulator.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries durable, many with one fsync: whatever queued while the last fsync was in flight is
 * written together. An entry is applied and its caller answered only after the fsync; after a
 * failed write nothing more is accepted, because the file's end is no longer known. The queue is
 * bounded by the number of waiting callers.
 */
final class Journal implements AutoCloseable {

    private record Pending(LedgerEntry entry, CompletableFuture<LedgerEntry> durable) {}

    private static final Pending STOP =
            new Pending(LedgerEntry.canceled(""), new CompletableFuture<>());

    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final @Nullable JournalFile file;
    private final Consumer<LedgerEntry> apply;
    private final Thread writer;
    private long last;
    private volatile @Nullable IOException broken;

    /**
     * Applies what the file holds, then accepts more.
     *
     * @param file null to keep nothing beyond the process
     */
    Journal(@Nullable JournalFile file, Consumer<LedgerEntry> apply) throws IOException {
        this.file = file;
        this.apply = apply;
        if (file != null) {
            file.reload(this::replay);
        }
        writer = Thread.ofPlatform().name("journal").daemon().start(this::write);
    }

    /** Returns the entry with its number once it is durable and applied. */
    LedgerEntry append(LedgerEntry entry) {
        Pending pending = new Pending(entry, new CompletableFuture<>());
        queue.add(pending);
        if (broken != null) {
            pending.durable().completeExceptionally(broken);
        }
        return pending.durable().join();
    }

    @Override
    public void close() throws IOException {
        queue.add(STOP);
        try {
            writer.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        if (file != null) {
            file.close();
        }
    }

    private void replay(byte[] line) {
        LedgerEntry entry = Json.MAPPER.readValue(line, LedgerEntry.class);
        if (entry.n() != last + 1) {
            throw new IllegalStateException(
                    "journal entry " + entry.n() + " follows entry " + last);
        }
        last = entry.n();
        apply.accept(entry);
    }

    private void write() {
        List<Pending> batch = new ArrayList<>();
        try {
            boolean stopping = false;
            while (!stopping) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch);
                stopping = batch.remove(STOP);
                commit(batch);
            }
            stop(new IOException("the journal is closed"), List.of());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            stop(failure, batch);
        }
    }

    private void commit(List<Pending> batch) throws IOException {
        List<LedgerEntry> numbered = new ArrayList<>(batch.size());
        for (Pending pending : batch) {
            numbered.add(pending.entry().numbered(last + 1 + numbered.size()));
        }
        if (file != null && !numbered.isEmpty()) {
            file.append(numbered.stream().map(Json.MAPPER::writeValueAsBytes).toList());
        }
        last += numbered.size();
        numbered.forEach(apply);
        for (int i = 0; i < numbered.size(); i++) {
            batch.get(i).durable().complete(numbered.get(i));
        }
    }

    /** Callers that queue from now on see {@link #broken}; those already queued are told here. */
    private void stop(IOException reason, List<Pending> batch) {
        broken = reason;
        List<Pending> waiting = new ArrayList<>(batch);
        queue.drainTo(waiting);
        waiting.forEach(pending -> pending.durable().completeExceptionally(reason));
    }
}
