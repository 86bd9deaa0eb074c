package dev.springtide.inventory.adapter.cache;

import dev.springtide.inventory.application.CatalogueBusyException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many catalogue reads of this instance are at the database at the same time, at most. */
public final class LoadBound {

    private final Semaphore places;
    private final Duration patience;

    public LoadBound(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** How long anybody waits for an answer, at most. */
    Duration patience() {
        return patience;
    }

    /**
     * Runs a load when there is a place for it in time.
     *
     * @throws CatalogueBusyException if there is none
     */
    <T> T run(Supplier<T> load) {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new CatalogueBusyException(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueBusyException(e);
        }
        try {
            return load.get();
        } finally {
            places.release();
        }
    }
}
