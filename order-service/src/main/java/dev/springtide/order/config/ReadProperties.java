package dev.springtide.order.config;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Reads, cancellations, refunds and shipments on behalf of callers. Both time-outs together stay
 * below a second, so that a stalled database is answered 503 within it.
 *
 * @param poolSize connections of this instance
 * @param connectionTimeout how long a request waits for a connection
 * @param networkTimeout how long a request waits for the answer to one statement, locks included
 * @param waitInterval how often the orders that callers wait for are looked at
 * @param maxWaiters how many callers may wait for an outcome at a time
 */
@Validated
@ConfigurationProperties("springtide.reads")
public record ReadProperties(
        @DefaultValue("10") @Positive int poolSize,
        @DefaultValue("450ms") Duration connectionTimeout,
        @DefaultValue("550ms") Duration networkTimeout,
        @DefaultValue("50ms") Duration waitInterval,
        @DefaultValue("5000") @Positive int maxWaiters) {}
