package dev.springtide.inventory.adapter.cache;

import dev.springtide.inventory.application.CatalogueDocument;
import dev.springtide.redis.RedisGate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.core.RedisTemplate;

/**
 * The copies that all instances share in Redis. Nothing here ever throws: without Redis nothing is
 * found and nothing is kept.
 */
final class SharedCopies {

    private static final String PREFIX = "springtide:inventory:v1:";
    private static final double JITTER = 0.25;
    private static final double EARLY = 0.2;
    private static final byte[] MARK = {1};

    private final RedisTemplate<String, byte[]> redis;
    private final RedisGate gate;
    private final String prefix;
    private final Duration ttl;

    SharedCopies(RedisTemplate<String, byte[]> redis, RedisGate gate, String name, Duration ttl) {
        this.redis = redis;
        this.gate = gate;
        this.prefix = PREFIX + name + ':';
        this.ttl = ttl;
    }

    Optional<CatalogueDocument> find(String key) {
        return gate.attempt(
                () ->
                        Optional.ofNullable(redis.opsForValue().get(prefix + key))
                                .flatMap(DocumentCodec::decode),
                Optional.empty());
    }

    /**
     * Whether the caller shall renew a copy that ends soon: one caller of all instances, so that
     * nobody meets the copy's end. Judged by Redis's clock alone.
     */
    boolean claimsRenewal(String key) {
        long early = (long) (ttl.toMillis() * EARLY);
        return gate.attempt(
                () -> {
                    Long left = redis.getExpire(prefix + key, TimeUnit.MILLISECONDS);
                    return left != null
                            && left < early
                            && Boolean.TRUE.equals(
                                    redis.opsForValue()
                                            .setIfAbsent(
                                                    prefix + "renewal:" + key,
                                                    MARK,
                                                    Duration.ofMillis(Math.max(1, early))));
                },
                false);
    }

    /** Keeps a copy for the time to live or up to a quarter less, so that copies end apart. */
    void keep(String key, CatalogueDocument document) {
        double share = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
        Duration jittered = Duration.ofMillis(Math.max(1, (long) (ttl.toMillis() * share)));
        gate.attempt(
                () -> {
                    redis.opsForValue().set(prefix + key, DocumentCodec.encode(document), jittered);
                    return true;
                },
                false);
    }

    void remove(String key) {
        gate.attempt(() -> redis.delete(prefix + key), false);
    }
}
