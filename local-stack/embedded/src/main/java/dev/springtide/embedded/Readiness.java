package dev.springtide.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Polls a probe until it holds, the patience is over or there is no point in waiting any longer.
 *
 * <p>What stands still together with this JVM, as on a machine that is paused, is not blamed for
 * it: from one try to the next {@link #LONGEST_TRY} is counted at most.
 */
public final class Readiness {

    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

    /** More than any probe takes. */
    static final Duration LONGEST_TRY = Duration.ofSeconds(10);

    private final Duration patience;
    private final BooleanSupplier hope;
    private final LongSupplier nanos;

    private Readiness(Duration patience, BooleanSupplier hope, LongSupplier nanos) {
        this.patience = patience;
        this.hope = hope;
        this.nanos = nanos;
    }

    /** A failing probe says "not yet"; it need not tell why. */
    @FunctionalInterface
    public interface Probe {
        @SuppressWarnings("java:S112")
        boolean holds() throws Exception;
    }

    public static Readiness within(Duration patience) {
        return within(patience, System::nanoTime);
    }

    static Readiness within(Duration patience, LongSupplier nanos) {
        return new Readiness(patience, () -> true, nanos);
    }

    public Readiness whilst(BooleanSupplier condition) {
        return new Readiness(patience, condition, nanos);
    }

    /** Whether the probe held in time. An interrupt ends the wait and stays set. */
    public boolean until(Probe probe) {
        long left = patience.toNanos();
        long before = nanos.getAsLong();
        while (hope.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            if (holds(probe)) {
                return true;
            }
            long now = nanos.getAsLong();
            left -= Math.min(now - before, LONGEST_TRY.toNanos());
            before = now;
            if (left < 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return false;
    }

    private static boolean holds(Probe probe) {
        try {
            return probe.holds();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception _) {
            return false;
        }
    }
}
