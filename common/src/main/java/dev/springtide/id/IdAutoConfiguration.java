package dev.springtide.id;

import dev.springtide.time.TimeAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Contributes the ids that carry the time of the application's clock. */
@AutoConfiguration(after = TimeAutoConfiguration.class)
public class IdAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    UuidV7 uuidV7(Clock clock) {
        return new UuidV7(clock);
    }
}
