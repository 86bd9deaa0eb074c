package dev.springtide.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Polls a probe until it holds, the patience is over or there is no point in waiting any longer.
 */
public final class Readiness {

    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

    private final Duration patience;
    private final BooleanSupplier hope;

    private Readiness(Duration patience, BooleanSupplier hope) {
        this.patience = patience;
        this.hope = hope;
    }

    /** A failing probe says "not yet"; it need not tell why. */
    @FunctionalInterface
    public interface Probe {
        @SuppressWarnings("java:S112")
        boolean holds() throws Exception;
    }

    public static Readiness within(Duration patience) {
        return new Readiness(patience, () -> true);
    }

    public Readiness whilst(BooleanSupplier condition) {
        return new Readiness(patience, condition);
    }

    /** Whether the probe held in time. An interrupt ends the wait and stays set. */
    public boolean until(Probe probe) {
        long end = System.nanoTime() + patience.toNanos();
        while (hope.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            if (holds(probe)) {
                return true;
            }
            if (System.nanoTime() - end > 0) {
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
