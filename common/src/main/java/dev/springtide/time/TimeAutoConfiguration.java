package dev.springtide.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Contributes the application's clock, the only one that may be asked for the time of day. What
 * expires or is owned for a while is judged by the database's clock instead, which all instances
 * share.
 */
@AutoConfiguration
@EnableConfigurationProperties(ClockProperties.class)
public class TimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(ClockProperties properties) {
        return Clock.offset(Clock.systemUTC(), properties.offset());
    }
}
