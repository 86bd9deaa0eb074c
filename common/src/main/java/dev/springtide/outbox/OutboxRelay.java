package dev.springtide.outbox;

import dev.springtide.pace.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the outbox to Kafka: at least once, and the events of an aggregate in their order.
 *
 * <p>Every instance of a service runs one; the holder of the lease works. A leader that stopped for
 * longer than its lease is deposed twice over: by the epoch in the database, after which it cannot
 * move the cursor, and by the publisher its successor opens, after which it cannot publish. A
 * successor opens its publisher before it reads the cursor, so it goes on where the last committed
 * page is recorded; a page that was published but not yet recorded is published again.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(20);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final int REST_PER_WORK = 3;
    private static final int LONGEST_REST = 12;

    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final OutboxCursor cursor;
    private final EventPublisher.Opening publishers;
    private final RelaySignal signal;
    private final RelayMetrics metrics;
    private final OutboxProperties properties;
    private final Pace pace;

    private volatile boolean running;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxCursor cursor,
            EventPublisher.Opening publishers,
            RelaySignal signal,
            RelayMetrics metrics,
            OutboxProperties properties) {
        this.cursor = cursor;
        this.publishers = publishers;
        this.signal = signal;
        this.metrics = metrics;
        this.properties = properties;
        this.pace = new Pace(properties.interval(), REST_PER_WORK, LONGEST_REST);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            stopped = new CountDownLatch(1);
            thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        stopped.countDown();
        signal.raise();
        if (thread != null) {
            try {
                thread.join(STOP_TIMEOUT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before and stops after everything that appends events. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        OptionalLong epoch = OptionalLong.empty();
        int failures = 0;
        while (running) {
            try {
                pause(backOff(failures));
                if (epoch.isEmpty()) {
                    epoch = cursor.takeOver(owner);
                }
                if (epoch.isEmpty()) {
                    pause(properties.lease().dividedBy(5));
                } else if (lead(epoch.getAsLong())) {
                    cursor.release(epoch.getAsLong());
                } else {
                    LOG.warn("Another relay has taken over from epoch {}", epoch.getAsLong());
                    epoch = OptionalLong.empty();
                }
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warn("The outbox cannot be relayed now: {}", e.toString());
                LOG.debug("Why the outbox cannot be relayed", e);
                failures++;
            }
        }
    }

    /** Publishes until it is stopped (true) or deposed (false). */
    private boolean lead(long epoch) throws InterruptedException {
        if (cursor.renew(epoch).isEmpty()) {
            return false;
        }
        try (EventPublisher publisher = publishers.open()) {
            Optional<CursorPosition> position = cursor.renew(epoch);
            while (running && position.isPresent()) {
                metrics.renewed();
                position = step(epoch, position.get(), publisher);
            }
            return position.isPresent();
        } finally {
            metrics.deposed();
        }
    }

    private Optional<CursorPosition> step(
            long epoch, CursorPosition position, EventPublisher publisher)
            throws InterruptedException {
        long began = System.nanoTime();
        OutboxPage page = cursor.read(position, properties.pageSize());
        if (page.rows().isEmpty()) {
            awaitNews(position);
        } else {
            metrics.waiting(page.age());
            publisher.publish(page.rows());
            metrics.published(page.rows().size());
        }
        if (page.last() && !page.rows().isEmpty()) {
            gather(began);
        }
        return cursor.advance(epoch, position, page).or(() -> cursor.renew(epoch));
    }

    /** Waits for something to publish, but not until the lease runs out. */
    private void awaitNews(CursorPosition position) throws InterruptedException {
        long renewal = System.nanoTime() + properties.lease().dividedBy(3).toNanos();
        while (running && !cursor.hasNewsAfter(position) && System.nanoTime() < renewal) {
            signal.await(properties.poll());
        }
    }

    /** Under load, lets events gather: a Kafka transaction costs the same for one as for many. */
    private void gather(long began) throws InterruptedException {
        pause(pace.rest(Duration.ofNanos(System.nanoTime() - began)));
    }

    private static Duration backOff(int failures) {
        Duration doubled = FIRST_BACK_OFF.multipliedBy((1L << Math.min(failures, 10)) - 1);
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }

    /** Waits, unless the relay is stopped. */
    private void pause(Duration time) throws InterruptedException {
        boolean _ = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
