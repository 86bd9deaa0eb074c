package dev.springtide.payment.config;

import dev.springtide.payment.adapter.provider.GuardedPaymentProvider;
import dev.springtide.payment.adapter.provider.HttpPaymentProvider;
import dev.springtide.payment.adapter.rest.WebhookSignature;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The provider behind its guards; their figures stand in {@code application.yaml}. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    private static final String GUARD = "payment-provider";

    @Bean
    HttpPaymentProvider httpPaymentProvider(ProviderProperties properties) {
        return new HttpPaymentProvider(
                properties.baseUrl(),
                properties.apiKey(),
                properties.connectTimeout(),
                properties.timeout());
    }

    @Bean
    @Primary
    GuardedPaymentProvider guardedPaymentProvider(
            HttpPaymentProvider provider,
            RetryRegistry retries,
            CircuitBreakerRegistry breakers,
            RateLimiterRegistry limiters,
            BulkheadRegistry bulkheads) {
        return new GuardedPaymentProvider(
                provider,
                retries.retry(GUARD),
                breakers.circuitBreaker(GUARD),
                limiters.rateLimiter(GUARD),
                bulkheads.bulkhead(GUARD));
    }

    @Bean
    WebhookSignature webhookSignature(ProviderProperties properties, Clock clock) {
        return new WebhookSignature(
                properties.name(),
                properties.webhookSecrets(),
                properties.webhookTolerance(),
                clock);
    }
}
