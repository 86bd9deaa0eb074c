package dev.springtide.gateway.quota;

import dev.springtide.gateway.problem.ProblemResponses;
import dev.springtide.redis.RedisGate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the quota together; the start does not wait for Redis. */
@Configuration(proxyBeanMethods = false)
class QuotaConfiguration {

    @Bean
    SharedBuckets sharedBuckets(QuotaProperties properties) {
        return new SharedBuckets(properties);
    }

    @Bean
    RedisGate quotaGate(SharedBuckets buckets, QuotaProperties properties, MeterRegistry meters) {
        return new RedisGate("gateway.quota", buckets::ping, properties.probeInterval(), meters);
    }

    @Bean
    QuotaFilter quotaFilter(
            QuotaProperties properties,
            SharedBuckets buckets,
            RedisGate gate,
            ProblemResponses problems,
            MeterRegistry meters) {
        return new QuotaFilter(
                new Quotas(properties, buckets, gate),
                new Quota(properties.rate(), properties.burst()),
                problems,
                Counter.builder("gateway.quota.refused")
                        .description("Requests that were refused because their quota was used up")
                        .register(meters));
    }
}
