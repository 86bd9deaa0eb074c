package dev.springtide.gateway.quota;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The buckets in Redis. Each ends there soon after it would be full again. */
final class SharedBuckets implements AutoCloseable {

    private static final String PREFIX = "springtide:gateway:quota:v1:";
    private static final Duration LONGEST_UNTOLD = Duration.ofSeconds(1);
    private static final Duration SPARE = Duration.ofSeconds(5);

    private final QuotaProperties properties;
    private final RedisConnector connector;
    private final RedisTime time = new RedisTime();
    private final CompletableFuture<BucketConfiguration> configuration;
    private final Optimization lots;
    private volatile @Nullable AsyncProxyManager<String> buckets;
    private @Nullable StatefulRedisConnection<String, byte[]> connection;

    SharedBuckets(QuotaProperties properties) {
        this.properties = properties;
        this.connector = new RedisConnector(properties.redis(), properties.timeout());
        this.lots = lots();
        Quota quota = new Quota(properties.rate(), properties.burst());
        this.configuration =
                CompletableFuture.completedFuture(
                        BucketConfiguration.builder().addLimit(quota.bandwidth()).build());
    }

    /** Connects where this has not been done; throws when Redis does not answer in time. */
    synchronized void ping() {
        StatefulRedisConnection<String, byte[]> current = connection;
        if (current == null) {
            current = connector.connect();
            connection = current;
        }
        time.set(current.sync().time());
        if (buckets == null) {
            buckets = manager(current);
        }
    }

    /** Only after a ping that was answered. */
    AsyncBucketProxy bucket(String subject) {
        return Objects.requireNonNull(buckets)
                .builder()
                .withOptimization(lots)
                .build(key(subject), () -> configuration);
    }

    /** Requests that come while Redis is asked are one question together, the next. */
    private Optimization lots() {
        return properties.slack() == 0
                ? Optimizations.batching()
                : new DelayOptimization(
                        new DelayParameters(properties.slack(), LONGEST_UNTOLD),
                        NopeOptimizationListener.INSTANCE,
                        time);
    }

    @Override
    public void close() {
        connector.close();
    }

    /** A quota that is changed begins anew. */
    private String key(String subject) {
        return PREFIX + properties.rate() + '-' + properties.burst() + ':' + subject;
    }

    private AsyncProxyManager<String> manager(StatefulRedisConnection<String, byte[]> redis) {
        return Bucket4jLettuce.casBasedBuilder(redis)
                .clientClock(time)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SPARE))
                .build()
                .asAsync();
    }
}
