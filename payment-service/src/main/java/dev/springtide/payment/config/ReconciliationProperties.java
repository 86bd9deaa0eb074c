package dev.springtide.payment.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How our records are compared with the provider's list.
 *
 * @param interval between two runs, which one instance does for all; 1 s or more
 * @param grace how old a line must be: younger ones may still be answered by themselves
 */
@ConfigurationProperties("springtide.reconciliation")
public record ReconciliationProperties(
        @DefaultValue("5m") Duration interval, @DefaultValue("2m") Duration grace) {

    public ReconciliationProperties {
        if (interval.toSeconds() < 1 || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "springtide.reconciliation: an interval of 1 s or more, and no negative grace");
        }
    }
}
