package dev.springtide.scheduling;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How background jobs run.
 *
 * @param enabled whether this instance runs jobs at all
 * @param pollingInterval how often due executions are looked for
 * @param threads how many executions run at once in this instance
 */
@Validated
@ConfigurationProperties("springtide.scheduling")
public record SchedulingProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5s") Duration pollingInterval,
        @DefaultValue("3") @Min(1) int threads) {}
