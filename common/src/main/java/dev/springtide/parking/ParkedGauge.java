package dev.springtide.parking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * How many records are parked in the service's database. Reading the gauge never waits for the
 * database: it answers the last count and starts a new one when that is older than five seconds.
 */
final class ParkedGauge implements MeterBinder {

    private static final long REFRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final LongSupplier counting;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile long counted = System.nanoTime() - REFRESH_NANOS;
    private volatile double count;

    ParkedGauge(LongSupplier counting) {
        this.counting = counting;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parked.records", this, ParkedGauge::value)
                .description("records that wait for an operator")
                .register(registry);
    }

    double value() {
        if (System.nanoTime() - counted >= REFRESH_NANOS && refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("parked-gauge").start(this::refresh);
        }
        return count;
    }

    private void refresh() {
        try {
            count = counting.getAsLong();
            counted = System.nanoTime();
        } catch (DataAccessException | TransactionException e) {
            count = Double.NaN; // not known, which is not zero
        } finally {
            refreshing.set(false);
        }
    }
}
