package dev.springtide.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What can be told of a relay from outside. The lag is the age of the oldest event that this
 * instance, as the leader, has read and not yet published; it grows while Kafka is away and is zero
 * on an instance that does not lead.
 */
final class RelayMetrics {

    private final Counter published;

    /**
     * When the oldest waiting event was appended, on this process's monotonic clock; 0 for none.
     */
    private volatile long waitingSince;

    RelayMetrics(MeterRegistry registry) {
        published =
                Counter.builder("outbox.published")
                        .description("events published by this instance")
                        .register(registry);
        TimeGauge.builder("outbox.lag", this, TimeUnit.NANOSECONDS, RelayMetrics::lagNanos)
                .description("age of the oldest event that waits to be published")
                .register(registry);
    }

    void waiting(Duration age) {
        waitingSince = Math.max(1, System.nanoTime() - age.toNanos());
    }

    void published(int events) {
        published.increment(events);
        waitingSince = 0;
    }

    void idle() {
        waitingSince = 0;
    }

    private double lagNanos() {
        long since = waitingSince;
        return since == 0 ? 0 : System.nanoTime() - since;
    }
}
