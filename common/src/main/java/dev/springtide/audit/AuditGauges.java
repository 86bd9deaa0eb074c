package dev.springtide.audit;

import dev.springtide.audit.AuditResults.Result;
import dev.springtide.observability.BackgroundFigure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The last audit as figures, the same on every instance; no number before the first one. */
final class AuditGauges implements MeterBinder {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final List<Invariant> invariants;
    private final BackgroundFigure<Map<String, Result>> last;

    AuditGauges(List<Invariant> invariants, AuditResults results) {
        this.invariants = List.copyOf(invariants);
        this.last =
                new BackgroundFigure<>(
                        "audit-results", INTERVAL, Map.of(), Map.of(), results::read);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Invariant invariant : invariants) {
            Gauge.builder("springtide.audit.breaches", this, g -> g.breaches(invariant))
                    .description("What contradicts an invariant of the service's records")
                    .tag("check", invariant.name())
                    .register(registry);
        }
        TimeGauge.builder("springtide.audit.age", this, TimeUnit.SECONDS, AuditGauges::age)
                .description("Time since the invariant that was checked longest ago was checked")
                .register(registry);
    }

    private double breaches(Invariant invariant) {
        Result result = last.value().get(invariant.name());
        return result == null ? Double.NaN : result.breaches();
    }

    private double age() {
        Map<String, Result> results = last.value();
        return invariants.stream()
                .map(Invariant::name)
                .mapToDouble(name -> {
                    Result result = results.get(name);
                    return result == null ? Double.NaN : result.age();
                })
                // A missing one is not a number, and so is the greatest of all.
                .reduce(Math::max)
                .orElse(Double.NaN);
    }
}
