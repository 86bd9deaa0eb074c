package dev.springtide.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this process after a commit; signals given while it works are merged. */
public final class RelaySignal {

    private final Semaphore pending = new Semaphore(0);

    /** Says that something was committed to the outbox. */
    public void raise() {
        if (pending.availablePermits() == 0) {
            pending.release();
        }
    }

    /** Waits for a signal, but no longer than the given time. */
    void await(Duration atMost) throws InterruptedException {
        if (pending.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            pending.drainPermits();
        }
    }
}
