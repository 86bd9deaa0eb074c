package dev.springtide.payment.application;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What re-tries may cost. Each first try pays in a tenth, so that re-tries stay within 10 % of the
 * arrivals while the provider answers nothing; each answer pays in two, so that a provider that
 * answers again is asked about all doubts within moments. A trickle keeps one probe going when
 * nothing arrives. Safe for concurrent use.
 */
public final class RetryBudget {

    private static final double PER_ARRIVAL = 0.1;
    private static final double PER_ANSWER = 2;

    private final double most;
    private final double perNano;
    private final LongSupplier nanoTime;
    private double credit = 1;
    private long trickledAt;

    /**
     * @param most credit that is kept; bounds the burst after an outage
     * @param trickle one re-try each, whatever happens
     */
    public RetryBudget(int most, Duration trickle, LongSupplier nanoTime) {
        this.most = most;
        this.perNano = 1.0 / trickle.toNanos();
        this.nanoTime = nanoTime;
        this.trickledAt = nanoTime.getAsLong();
    }

    synchronized void arrived(int firstTries) {
        payIn(firstTries * PER_ARRIVAL);
    }

    synchronized void answered() {
        payIn(PER_ANSWER);
    }

    /** How many re-tries there is credit for. */
    synchronized int available() {
        long now = nanoTime.getAsLong();
        payIn((now - trickledAt) * perNano);
        trickledAt = now;
        return (int) credit;
    }

    synchronized void spend(int retries) {
        credit -= retries;
    }

    private void payIn(double amount) {
        credit = Math.min(most, credit + amount);
    }
}
