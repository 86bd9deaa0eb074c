package dev.springtide.gateway.admission;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** A gate for each service. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    private static final int WINDOW_MILLIS = 100;

    @Bean
    AdmissionFilter admissionFilter(AdmissionProperties properties, MeterRegistry meters) {
        Map<String, Gate> gates =
                Stream.of("order-service", "inventory-service", "payment-service")
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        service -> gate(properties, refusals(meters, service))));
        gates.forEach((service, gate) -> measure(meters, service, gate));
        Outcomes outcomes = new Outcomes(properties.outcomes());
        Gauge.builder("springtide.admission.outcomes", outcomes, Outcomes::taken)
                .description("Requests that wait for the outcome of an order")
                .register(meters);
        return new AdmissionFilter(gates, outcomes);
    }

    private static Gate gate(AdmissionProperties properties, Consumer<Priority> refusals) {
        return new Gate(
                limit(properties),
                properties.queue(),
                properties.patience(),
                Schedulers.parallel(),
                refusals);
    }

    private static Consumer<Priority> refusals(MeterRegistry meters, String service) {
        Map<Priority, Counter> counters = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            counters.put(
                    priority,
                    Counter.builder("springtide.admission.refused")
                            .description("Requests that were refused because there were too many")
                            .tag("target", service)
                            .tag("priority", priority.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        return priority -> Objects.requireNonNull(counters.get(priority)).increment();
    }

    /** One judgement for the requests of a window: a single stall does not cost the whole limit. */
    private static Limit limit(AdmissionProperties properties) {
        return WindowedLimit.newBuilder()
                .minWindowTime(WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                .maxWindowTime(10L * WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                .build(
                        AIMDLimit.newBuilder()
                                .minLimit(properties.minimum())
                                .initialLimit(properties.maximum())
                                .maxLimit(properties.maximum())
                                .timeout(properties.slow().toNanos(), TimeUnit.NANOSECONDS)
                                .build());
    }

    private static void measure(MeterRegistry meters, String service, Gate gate) {
        Gauge.builder("springtide.admission.limit", gate, Gate::limit)
                .description("Requests that the service is given at once at most")
                .tag("target", service)
                .register(meters);
        Gauge.builder("springtide.admission.in.flight", gate, Gate::inFlight)
                .description("Requests that the service has not answered yet")
                .tag("target", service)
                .register(meters);
        Gauge.builder("springtide.admission.queued", gate, Gate::queued)
                .description("Requests that wait for admission")
                .tag("target", service)
                .register(meters);
    }
}
