package dev.springtide.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the invariants are checked.
 *
 * @param interval between two audits, which one instance does for all; 1 s or more
 * @param window how far back orders are looked at, by when they were placed, where there is time
 *     for it; longer than an order may take to be undone
 * @param budget how long one audit is to take: what is looked at is less where that is not enough
 * @param timeout how long one check may take; below the 30 s after which the connection is given up
 */
@ConfigurationProperties("springtide.audit")
public record AuditProperties(
        @DefaultValue("1m") Duration interval,
        @DefaultValue("15m") Duration window,
        @DefaultValue("1s") Duration budget,
        @DefaultValue("20s") Duration timeout) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration CONNECTION = Duration.ofSeconds(30);

    public AuditProperties {
        if (interval.compareTo(SHORTEST) < 0 || !window.isPositive()) {
            throw new IllegalArgumentException("springtide.audit: a pause and a window are needed");
        }
        if (!budget.isPositive()) {
            throw new IllegalArgumentException("springtide.audit.budget: longer than 0");
        }
        if (!timeout.isPositive() || timeout.compareTo(CONNECTION) >= 0) {
            throw new IllegalArgumentException("springtide.audit.timeout: below 30 s");
        }
    }
}
