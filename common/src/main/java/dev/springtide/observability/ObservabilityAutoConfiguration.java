package dev.springtide.observability;

import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Contributes what the rooms need to take part in traces. */
@AutoConfiguration
@ConditionalOnClass(OpenTelemetry.class)
public class ObservabilityAutoConfiguration {

    @Bean
    EventSpans eventSpans(ObjectProvider<OpenTelemetry> telemetry, Clock clock) {
        return new EventSpans(
                telemetry.getIfAvailable(OpenTelemetry::noop).getTracer("dev.springtide"), clock);
    }
}
