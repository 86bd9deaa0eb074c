package dev.springtide.order.config;

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
 */
@ConfigurationProperties("springtide.saga")
public record SagaProperties(
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("500") int sweepBatch,
        @DefaultValue("10m") Duration cancellationAlert,
        @DefaultValue("2m") Duration doubtAlert) {

    public SagaProperties {
        if (sweepBatch < 1 || !sweepInterval.isPositive()) {
            throw new IllegalArgumentException("springtide.saga: sweeps need a batch and a pause");
        }
    }
}
