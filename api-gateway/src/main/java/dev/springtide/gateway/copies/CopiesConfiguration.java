package dev.springtide.gateway.copies;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the cache in front of the routes. */
@Configuration(proxyBeanMethods = false)
class CopiesConfiguration {

    @Bean
    CopiesFilter copiesFilter(CopiesProperties properties, MeterRegistry meters) {
        return new CopiesFilter(
                new Copies(properties.size().toBytes(), Ticker.systemTicker()),
                Counter.builder("gateway.copies.answered")
                        .description("Requests that were answered by a kept copy")
                        .register(meters));
    }
}
