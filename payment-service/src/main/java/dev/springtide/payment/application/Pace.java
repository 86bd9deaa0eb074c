package dev.springtide.payment.application;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Keeps the starts of batches apart, so that batches fill under load; a batch after a pause starts
 * at once. For one thread.
 */
public final class Pace {

    private final long nanosApart;
    private final LongSupplier nanoTime;
    private long lastStart;

    public Pace(Duration apart) {
        this(apart, System::nanoTime);
    }

    Pace(Duration apart, LongSupplier nanoTime) {
        this.nanosApart = apart.toNanos();
        this.nanoTime = nanoTime;
        this.lastStart = nanoTime.getAsLong() - nanosApart;
    }

    void await() throws InterruptedException {
        long rest = remaining();
        while (rest > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(rest);
            rest = remaining();
        }
        lastStart = nanoTime.getAsLong();
    }

    long remaining() {
        return lastStart + nanosApart - nanoTime.getAsLong();
    }
}
