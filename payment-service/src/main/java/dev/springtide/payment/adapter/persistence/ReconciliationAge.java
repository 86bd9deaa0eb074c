package dev.springtide.payment.adapter.persistence;

import dev.springtide.observability.BackgroundFigure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long ago the provider's list was last read to its end, by whichever instance. */
@Component
class ReconciliationAge implements MeterBinder {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final String AGE =
            "SELECT extract(epoch FROM clock_timestamp() - completed_at) FROM reconciliation";

    private final BackgroundFigure<Double> age;

    ReconciliationAge(JdbcClient jdbc) {
        age =
                new BackgroundFigure<>(
                        "reconciliation-age",
                        INTERVAL,
                        Double.NaN,
                        Double.NaN,
                        () -> jdbc.sql(AGE).query(Double.class).single());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder(
                        "payment.reconciliation.age",
                        age,
                        TimeUnit.SECONDS,
                        figure -> figure.value())
                .description("Time since the provider's list was compared with our records")
                .register(registry);
    }
}
