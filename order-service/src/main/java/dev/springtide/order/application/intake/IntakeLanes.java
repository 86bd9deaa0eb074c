package dev.springtide.order.application.intake;

import dev.springtide.order.application.OrderMetrics;
import dev.springtide.order.application.ledger.LedgerKey;
import dev.springtide.pace.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The door to intake. A key always takes the same lane, and at most one request of a key is inside
 * this instance at any time.
 */
public final class IntakeLanes implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final int REST_PER_WORK = 2;
    private static final int LONGEST_REST = 5;

    private final Set<LedgerKey> inFlight = ConcurrentHashMap.newKeySet();
    private final List<IntakeLane> lanes;
    private final List<Thread> threads;
    private final Duration patience;

    /**
     * Lanes that are not started yet.
     *
     * @param lanes how many writers there are; each needs one database connection
     * @param capacity how many requests may queue in each lane
     * @param maxBatch how many requests a lane writes in one transaction
     * @param interval the least time between the starts of two batches of a lane, which rests twice
     *     as long as a batch took where that is longer, five intervals at most
     * @param patience after how long a caller is answered Unavailable
     */
    public IntakeLanes(
            int lanes,
            int capacity,
            int maxBatch,
            Duration interval,
            Duration patience,
            IntakeBatch batch,
            Outages outages,
            OrderMetrics metrics) {
        IntakeWriter writer = new IntakeWriter(batch, outages, metrics);
        Pace pace = new Pace(interval, REST_PER_WORK, LONGEST_REST);
        this.lanes =
                IntStream.range(0, lanes)
                        .mapToObj(lane -> new IntakeLane(capacity, maxBatch, pace, writer))
                        .toList();
        this.threads =
                IntStream.range(0, lanes)
                        .mapToObj(lane ->
                                Thread.ofPlatform()
                                        .name("intake-lane-" + lane)
                                        .daemon()
                                        .unstarted(this.lanes.get(lane)))
                        .toList();
        this.patience = patience;
        metrics.watchIntake(this::queued);
    }

    /** Starts the writers. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /** The outcome of one request, within the promised time. */
    public IntakeOutcome place(PlaceOrder command) {
        LedgerKey key = command.key();
        if (!inFlight.add(key)) {
            return new Refusal.InFlight();
        }
        IntakeTicket ticket = new IntakeTicket(command, () -> inFlight.remove(key));
        if (!lane(key).offer(ticket)) {
            inFlight.remove(key);
            return new Refusal.Unavailable();
        }
        return ticket.await(patience);
    }

    /** Stops the writers after what they hold is written. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int queued() {
        return lanes.stream().mapToInt(IntakeLane::queued).sum();
    }

    private IntakeLane lane(LedgerKey key) {
        return lanes.get(Math.floorMod(key.hashCode(), lanes.size()));
    }
}
