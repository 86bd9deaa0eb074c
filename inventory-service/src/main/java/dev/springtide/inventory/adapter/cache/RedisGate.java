package dev.springtide.inventory.adapter.cache;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps callers away from a Redis that does not answer. The first command that fails closes the
 * gate; a probe on a thread of its own opens it again. So an outage costs those few callers one
 * command time-out each that are under way when it begins, and nobody else anything. It starts
 * closed: nobody waits for the first connection either.
 */
public final class RedisGate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisGate.class);

    private final Runnable ping;
    private final ScheduledExecutorService probes;
    private final Future<?> probing;
    private volatile boolean open;

    /**
     * A gate that is being probed.
     *
     * @param ping throws when Redis does not answer in time
     */
    public RedisGate(Runnable ping, Duration interval, MeterRegistry registry) {
        this.ping = ping;
        this.probes =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("redis-probe").factory());
        this.probing =
                probes.scheduleWithFixedDelay(
                        this::probe, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        Gauge.builder("catalogue.redis.available", this, gate -> gate.open ? 1 : 0)
                .description("1 while the catalogue cache uses Redis, 0 while it goes without")
                .register(registry);
    }

    public boolean isOpen() {
        return open;
    }

    /** Carries out a command, or answers otherwise when Redis does not; never throws. */
    <T> T attempt(Supplier<T> command, T otherwise) {
        if (!open) {
            return otherwise;
        }
        try {
            return command.get();
        } catch (RuntimeException e) {
            if (open) {
                open = false;
                LOG.warn("The catalogue goes on without Redis: {}", e.toString());
            }
            return otherwise;
        }
    }

    @Override
    public void close() {
        probing.cancel(true);
        probes.shutdownNow();
    }

    private void probe() {
        if (open) {
            return;
        }
        try {
            ping.run();
            open = true;
            LOG.info("The catalogue uses Redis");
        } catch (RuntimeException e) {
            LOG.debug("Redis does not answer", e);
        }
    }
}
