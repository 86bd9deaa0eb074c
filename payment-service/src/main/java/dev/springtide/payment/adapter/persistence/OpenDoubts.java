package dev.springtide.payment.adapter.persistence;

import dev.springtide.observability.BackgroundFigure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The operations of which nobody knows yet whether they had an effect at the provider, in the whole
 * database. Counted along the index of due operations, every ten seconds at most.
 */
@Component
class OpenDoubts implements MeterBinder {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final String COUNT =
            """
            SELECT count(*) AS open,
                   coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) AS oldest
              FROM payment_operation
             WHERE status = 'DUE' AND in_doubt
            """;

    private final BackgroundFigure<Doubts> doubts;

    /**
     * @param oldest seconds since it was asked for
     */
    private record Doubts(double open, double oldest) {}

    OpenDoubts(JdbcClient jdbc) {
        doubts =
                new BackgroundFigure<>(
                        "open-doubts",
                        INTERVAL,
                        new Doubts(0, 0),
                        new Doubts(Double.NaN, Double.NaN),
                        () -> jdbc.sql(COUNT).query(OpenDoubts::read).single());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("payment.doubts", doubts, figure -> figure.value().open())
                .description("Operations that may or may not have had an effect at the provider")
                .register(registry);
        TimeGauge.builder(
                        "payment.doubts.oldest",
                        doubts,
                        TimeUnit.SECONDS,
                        figure -> figure.value().oldest())
                .description("Time since the oldest operation in doubt was asked for")
                .register(registry);
    }

    private static Doubts read(ResultSet row, int number) throws SQLException {
        return new Doubts(row.getDouble("open"), row.getDouble("oldest"));
    }
}
