package dev.springtide.order.config;

import dev.springtide.order.application.saga.Repeats;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deadlines are enforced.
 *
 * @param sweepInterval how often overdue orders are looked for; they end that much late at most
 * @param sweepBatch how many orders one transaction ends
 * @param cancellationAlert a cancellation that takes longer is reported, never given up; undoing a
 *     rejected order that takes longer is listed as stuck
 * @param doubtAlert an order whose payment is in doubt for longer is listed as stuck
 * @param repeatAfter how long an order or a refund waits for an answer before it asks again; then
 *     twice as long each time
 * @param repeatLongest the longest wait between two repeats
 * @param repeatMost how often an order asks again in one status, a refund in all; 0 to 50, 0 for
 *     never
 */
@ConfigurationProperties("springtide.saga")
public record SagaProperties(
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("500") int sweepBatch,
        @DefaultValue("10m") Duration cancellationAlert,
        @DefaultValue("2m") Duration doubtAlert,
        @DefaultValue("2m") Duration repeatAfter,
        @DefaultValue("30m") Duration repeatLongest,
        @DefaultValue("10") int repeatMost) {

    private static final int MOST_REPEATS = 50;

    public SagaProperties {
        if (sweepBatch < 1 || !sweepInterval.isPositive()) {
            throw new IllegalArgumentException("springtide.saga: sweeps need a batch and a pause");
        }
        if (!repeatAfter.isPositive() || repeatLongest.compareTo(repeatAfter) < 0) {
            throw new IllegalArgumentException(
                    "springtide.saga: repeats need a wait, and a longest one that is not shorter");
        }
        if (repeatMost < 0 || repeatMost > MOST_REPEATS) {
            throw new IllegalArgumentException("springtide.saga.repeat-most: 0 to 50");
        }
    }

    public Repeats repeats() {
        return new Repeats(repeatAfter, repeatLongest, repeatMost);
    }
}
