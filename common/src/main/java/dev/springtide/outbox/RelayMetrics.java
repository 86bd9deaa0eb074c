package dev.springtide.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What can be told of a relay from outside. The lag is the age of the oldest event that this
 * instance, as the leader, has read and not yet published; it grows while Kafka is away and is zero
 * on an instance that does not lead. An instance leads for as long as the lease that it last
 * renewed may last.
 */
final class RelayMetrics {

    private final Counter published;

    /**
     * When the oldest waiting event was appended, on this process's monotonic clock; 0 for none.
     */
    private volatile long waitingSince;

    private final long leaseNanos;

    /** Until when the lease holds at most, on this process's monotonic clock; 0 for no lease. */
    private volatile long leadingUntil;

    RelayMetrics(MeterRegistry registry, Duration lease) {
        leaseNanos = lease.toNanos();
        published =
                Counter.builder("outbox.published")
                        .description("events published by this instance")
                        .register(registry);
        TimeGauge.builder("outbox.lag", this, TimeUnit.NANOSECONDS, RelayMetrics::lagNanos)
                .description("age of the oldest event that waits to be published")
                .register(registry);
        Gauge.builder("outbox.leader", this, metrics -> metrics.leads() ? 1 : 0)
                .description("1 on the instance that publishes the service's events")
                .register(registry);
    }

    void renewed() {
        leadingUntil = Math.max(1, System.nanoTime() + leaseNanos);
    }

    void deposed() {
        leadingUntil = 0;
        waitingSince = 0;
    }

    void waiting(Duration age) {
        waitingSince = Math.max(1, System.nanoTime() - age.toNanos());
    }

    void published(int events) {
        published.increment(events);
        waitingSince = 0;
    }

    private boolean leads() {
        long until = leadingUntil;
        return until != 0 && System.nanoTime() < until;
    }

    private double lagNanos() {
        long since = waitingSince;
        return since == 0 ? 0 : System.nanoTime() - since;
    }
}
