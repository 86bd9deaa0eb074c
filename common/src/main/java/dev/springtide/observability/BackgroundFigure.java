package dev.springtide.observability;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A figure that a gauge shows and that costs a query. Reading it never waits: it answers what was
 * last found out and, when that is older than the interval, finds it out anew beside the reader. So
 * it is asked for at most once an interval, however often it is read, and not at all while nobody
 * reads it; a first reading, and one after a long silence, answers an old figure.
 *
 * @param <T> immutable
 */
public final class BackgroundFigure<T> {

    private final String name;
    private final long intervalNanos;
    private final T unknown;
    private final Supplier<T> query;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile long asked;
    private volatile T figure;

    /**
     * @param unknown what is answered after a query that failed; tried again at the next reading
     */
    public BackgroundFigure(
            String name, Duration interval, T initial, T unknown, Supplier<T> query) {
        this.name = name;
        this.intervalNanos = interval.toNanos();
        this.unknown = unknown;
        this.query = query;
        this.figure = initial;
        this.asked = System.nanoTime() - intervalNanos;
    }

    public T value() {
        if (System.nanoTime() - asked >= intervalNanos && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name(name).start(this::ask);
        }
        return figure;
    }

    private void ask() {
        try {
            figure = query.get();
            asked = System.nanoTime();
        } catch (RuntimeException e) {
            figure = unknown;
        } finally {
            asking.set(false);
        }
    }
}
