package dev.springtide.order.application.reading;

import dev.springtide.order.application.OrderChanges;
import dev.springtide.order.domain.OrderId;
import dev.springtide.order.domain.OrderStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets callers wait for the outcome of an order. However many wait, this instance asks with one
 * query for all of them every {@code interval}, and at once when one of their orders changes here.
 * Nobody waiting costs nothing.
 */
public final class OrderWaiters implements OrderChanges, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderWaiters.class);

    /** Changes that come together are asked for together: at most 200 queries a second. */
    private static final Duration GATHERING = Duration.ofMillis(5);

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Map<OrderId, Waiters> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger callers = new AtomicInteger();
    private final Semaphore wakeUp = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("order-waiters").unstarted(this::run);
    private final OrderReader orders;
    private final Duration interval;
    private final int maxCallers;

    /**
     * Waiters that are not started yet.
     *
     * @param maxCallers how many callers may wait; further ones are not kept waiting
     */
    public OrderWaiters(OrderReader orders, Duration interval, int maxCallers) {
        this.orders = orders;
        this.interval = interval;
        this.maxCallers = maxCallers;
    }

    /** The callers that wait for one order. */
    private record Waiters(CountDownLatch outcome, int count) {
        Waiters() {
            this(new CountDownLatch(1), 0);
        }

        Waiters plus(int more) {
            return new Waiters(outcome, count + more);
        }
    }

    /** Starts asking. */
    public void start() {
        thread.start();
    }

    /** Whether the order had an outcome before the time was up. */
    public boolean awaitOutcome(OrderId id, Duration patience) {
        if (callers.incrementAndGet() > maxCallers) {
            callers.decrementAndGet();
            return false;
        }
        boolean idle = waiting.isEmpty();
        Waiters waiters = waiting.merge(id, new Waiters().plus(1), (known, mine) -> known.plus(1));
        if (idle) {
            wakeUp.release();
        }
        try {
            return waiters.outcome.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            callers.decrementAndGet();
            waiting.computeIfPresent(id, (same, known) -> known.count == 1 ? null : known.plus(-1));
        }
    }

    @Override
    public void changed(Collection<OrderId> ids) {
        if (ids.stream().anyMatch(waiting::containsKey)) {
            wakeUp.release();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (waiting.isEmpty()) {
                    wakeUp.acquire();
                }
                tellOutcomes();
                if (wakeUp.tryAcquire(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                    Thread.sleep(GATHERING);
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tellOutcomes() {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            orders.statuses(waiting.keySet()).forEach(this::tell);
        } catch (RuntimeException e) {
            LOG.warn("The orders that callers wait for cannot be read", e);
        }
    }

    private void tell(OrderId id, OrderStatus status) {
        Waiters waiters = waiting.get(id);
        if (waiters != null && status.isOutcome()) {
            waiters.outcome.countDown();
        }
    }
}
