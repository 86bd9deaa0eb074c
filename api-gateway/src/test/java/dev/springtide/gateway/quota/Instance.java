package dev.springtide.gateway.quota;

import dev.springtide.redis.RedisGate;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import org.awaitility.Awaitility;

/** What one gateway counts with. */
final class Instance implements AutoCloseable {

    private final SharedBuckets buckets;
    private final RedisGate gate;
    private final Quotas quotas;

    Instance(QuotaProperties properties) {
        buckets = new SharedBuckets(properties);
        gate =
                new RedisGate(
                        "test",
                        buckets::ping,
                        properties.probeInterval(),
                        new SimpleMeterRegistry());
        quotas = new Quotas(properties, buckets, gate);
    }

    Instance connected() {
        Awaitility.await().until(gate::isOpen);
        return this;
    }

    boolean isConnected() {
        return gate.isOpen();
    }

    ConsumptionProbe take(String subject) {
        return Objects.requireNonNull(quotas.take(subject).block());
    }

    boolean admits(String subject) {
        return take(subject).isConsumed();
    }

    @Override
    public void close() {
        gate.close();
        buckets.close();
    }
}
