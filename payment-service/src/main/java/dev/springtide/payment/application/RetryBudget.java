package dev.springtide.payment.application;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What re-tries may cost. Each first try pays in a twentieth, which together with what is left from
 * better times keeps re-tries within 10 % of the arrivals while the provider answers nothing (from
 * 400 arrivals on; below that, the credit left is the bound). Each answer pays in two, so that a
 * provider that answers again is asked about all doubts within moments. When nothing was re-tried
 * for the time of a trickle one re-try is allowed, or a doubt would wait for ever on a quiet day.
 * Safe for concurrent use.
 */
public final class RetryBudget {

    private static final double PER_ARRIVAL = 0.05;
    private static final double PER_ANSWER = 2;

    private final double most;
    private final long trickleNanos;
    private final LongSupplier nanoTime;
    private double credit;
    private long lastRetry;

    /**
     * @param most credit that is kept; bounds what is re-tried at one moment
     * @param trickle the longest time without any re-try while there is something to re-try
     */
    public RetryBudget(int most, Duration trickle, LongSupplier nanoTime) {
        this.most = most;
        this.trickleNanos = trickle.toNanos();
        this.nanoTime = nanoTime;
        this.lastRetry = nanoTime.getAsLong() - trickleNanos;
    }

    synchronized void arrived(int firstTries) {
        payIn(firstTries * PER_ARRIVAL);
    }

    synchronized void answered() {
        payIn(PER_ANSWER);
    }

    /** How many re-tries may start now. */
    synchronized int available() {
        boolean quiet = nanoTime.getAsLong() - lastRetry >= trickleNanos;
        return Math.max((int) credit, quiet ? 1 : 0);
    }

    synchronized void spend(int retries) {
        if (retries > 0) {
            credit = Math.max(0, credit - retries);
            lastRetry = nanoTime.getAsLong();
        }
    }

    private void payIn(double amount) {
        credit = Math.min(most, credit + amount);
    }
}
