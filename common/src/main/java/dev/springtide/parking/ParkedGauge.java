package dev.springtide.parking;

import dev.springtide.observability.BackgroundFigure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How many records are parked in the service's database, counted every five seconds at most. */
final class ParkedGauge implements MeterBinder {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final BackgroundFigure<Double> parked;

    ParkedGauge(LongSupplier counting) {
        // Not known is not zero.
        parked =
                new BackgroundFigure<>(
                        "parked-gauge",
                        INTERVAL,
                        0.0,
                        Double.NaN,
                        () -> (double) counting.getAsLong());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parked.records", parked, BackgroundFigure::value)
                .description("records that wait for an operator")
                .register(registry);
    }
}
