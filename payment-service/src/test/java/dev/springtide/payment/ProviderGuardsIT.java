package dev.springtide.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The guards are those of the configuration, not the library's defaults of the same name. */
class ProviderGuardsIT extends RunningPaymentService {

    private static final String GUARD = "payment-provider";

    @Autowired RetryRegistry retries;
    @Autowired RateLimiterRegistry limiters;
    @Autowired BulkheadRegistry bulkheads;

    @Test
    void judgesByTimeNotByTenCalls() {
        CircuitBreakerConfig config = breaker().getCircuitBreakerConfig();

        assertThat(config.getSlidingWindowType()).isEqualTo(SlidingWindowType.TIME_BASED);
        assertThat(config.getMinimumNumberOfCalls()).isEqualTo(50);
        assertThat(config.getFailureRateThreshold()).isEqualTo(50);
        assertThat(config.isAutomaticTransitionFromOpenToHalfOpenEnabled()).isTrue();
    }

    @Test
    void letsThroughFarMoreThanThePlatformNeeds() {
        RateLimiterConfig config = limiters.rateLimiter(GUARD).getRateLimiterConfig();
        Duration period = config.getLimitRefreshPeriod();

        assertThat(config.getLimitForPeriod() * 1000L / period.toMillis())
                .isGreaterThanOrEqualTo(500);
        assertThat(bulkheads.bulkhead(GUARD).getBulkheadConfig().getMaxConcurrentCalls())
                .isEqualTo(256);
    }

    @Test
    void repeatsThreeTimesAtMost() {
        assertThat(retries.retry(GUARD).getRetryConfig().getMaxAttempts()).isEqualTo(3);
    }
}
