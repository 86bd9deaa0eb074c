package dev.springtide.order.application.intake;

import dev.springtide.pace.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer and its bounded queue. While a batch is being committed, and while the lane rests
 * after it, the next one gathers; who comes to a lane that has rested does not wait.
 */
final class IntakeLane implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLane.class);
    private static final Comparator<IntakeTicket> BY_KEY =
            Comparator.comparing(ticket -> ticket.command().key());

    private final BlockingQueue<IntakeTicket> queue;
    private final int maxBatch;
    private final Pace pace;
    private final IntakeWriter writer;
    private long nextFrom = System.nanoTime();

    IntakeLane(int capacity, int maxBatch, Pace pace, IntakeWriter writer) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.maxBatch = maxBatch;
        this.pace = pace;
        this.writer = writer;
    }

    /** False when the queue is full. */
    boolean offer(IntakeTicket ticket) {
        return queue.offer(ticket);
    }

    int queued() {
        return queue.size();
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                List<IntakeTicket> batch = next();
                long began = System.nanoTime();
                write(batch);
                restAfter(began);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        write(drain(new ArrayList<>()));
    }

    /** Rests before it takes anything: whoever stops it meanwhile leaves nobody behind. */
    private List<IntakeTicket> next() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nextFrom - System.nanoTime());
        List<IntakeTicket> batch = new ArrayList<>();
        batch.add(queue.take());
        return drain(batch);
    }

    private void restAfter(long began) {
        long ended = System.nanoTime();
        nextFrom = ended + pace.rest(Duration.ofNanos(ended - began)).toNanos();
    }

    /** Sorted by key, so that no two batches anywhere touch the same keys in different orders. */
    private List<IntakeTicket> drain(List<IntakeTicket> batch) {
        queue.drainTo(batch, maxBatch - batch.size());
        batch.removeIf(ticket -> !ticket.take());
        batch.sort(BY_KEY);
        return batch;
    }

    /**
     * Survives whatever a batch throws: a lane that died would let its callers time out for ever.
     */
    private void write(List<IntakeTicket> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            writer.write(batch);
        } catch (Throwable e) {
            LOG.error("A batch of {} failed", batch.size(), e);
        } finally {
            IntakeWriter.answerAll(batch, new Refusal.Unavailable());
        }
    }
}
