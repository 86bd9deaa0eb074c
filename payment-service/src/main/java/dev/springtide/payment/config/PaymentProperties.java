package dev.springtide.payment.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How payments are worked off.
 *
 * <p>A lease outlives a try: question and call of 3 s each, 1 s of waiting for the rate limiter
 * before each, make 8 s. Were it shorter, a slow try would be doubted while it is still on its way:
 * harmless, for both use the same key, but wasted.
 *
 * @param inHand operations of this instance that are called or wait to be written
 * @param lease how long a claim holds
 * @param poll how often to look for due operations without a signal
 * @param pace the least time between two claims and between two writes: at 1,000/s they take 10
 *     each
 * @param largestWrite results in one transaction
 * @param firstRetry the wait after the first doubt, doubled with each further one
 * @param longestRetry the longest wait of a doubt
 * @param retryTrickle how often a doubt is asked about when nothing else is answered
 * @param retryCredit the most re-tries that may be due to start at once
 * @param eventRetention how long the ids of webhooks are kept; far above their tolerance
 */
@Validated
@ConfigurationProperties("springtide.payment")
public record PaymentProperties(
        @Min(1) @Max(4096) @DefaultValue("256") int inHand,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("10ms") Duration pace,
        @Min(1) @Max(5000) @DefaultValue("500") int largestWrite,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("10s") Duration longestRetry,
        @DefaultValue("10s") Duration retryTrickle,
        @Min(1) @DefaultValue("512") int retryCredit,
        @DefaultValue("7d") Duration eventRetention) {}
