package dev.springtide.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Shows what makes the listeners' health DOWN as a number. */
record ListenerMetrics(ListenersHealthIndicator listeners) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("listeners.stopped", () -> listeners.stopped().size())
                .description("listeners that have stopped though nobody told them to")
                .register(registry);
    }
}
