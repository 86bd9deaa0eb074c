package dev.springtide.redis;

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

    private final String user;
    private final Runnable ping;
    private final ScheduledExecutorService probes;
    private final Future<?> probing;
    private volatile boolean open;

    /**
     * A gate that is being probed.
     *
     * @param user what uses Redis: the first part of the gauge's name, and so called in the log
     * @param ping throws when Redis does not answer in time
     */
    public RedisGate(String user, Runnable ping, Duration interval, MeterRegistry registry) {
        this.user = user;
        this.ping = ping;
        this.probes =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("redis-probe").factory());
        this.probing =
                probes.scheduleWithFixedDelay(
                        this::probe, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        Gauge.builder(user + ".redis.available", this, gate -> gate.open ? 1 : 0)
                .description("1 while Redis is used, 0 while it is gone without")
                .register(registry);
    }

    public boolean isOpen() {
        return open;
    }

    /** Carries out a command, or answers otherwise when Redis does not; never throws. */
    public <T> T attempt(Supplier<T> command, T otherwise) {
        if (!open) {
            return otherwise;
        }
        try {
            return command.get();
        } catch (RuntimeException e) {
            failed(e);
            return otherwise;
        }
    }

    /** Closes the gate after a command that was carried out elsewhere, by another thread, say. */
    public void failed(Throwable failure) {
        if (open) {
            open = false;
            LOG.warn("{} goes on without Redis: {}", user, failure.toString());
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
            LOG.info("{} uses Redis", user);
        } catch (RuntimeException e) {
            LOG.debug("Redis does not answer", e);
        }
    }
}
