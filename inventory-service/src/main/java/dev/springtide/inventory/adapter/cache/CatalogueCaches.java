package dev.springtide.inventory.adapter.cache;

import dev.springtide.inventory.application.CatalogueDocument;
import dev.springtide.inventory.application.CatalogueFreshness;
import dev.springtide.redis.RedisGate;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.cache.Cache;
import org.springframework.data.redis.core.RedisTemplate;

/** Builds the two caches of the catalogue: single products and lists. */
public final class CatalogueCaches {

    private final RedisTemplate<String, byte[]> redis;
    private final RedisGate gate;
    private final LoadBound bound;
    private final MeterRegistry registry;

    public CatalogueCaches(
            RedisTemplate<String, byte[]> redis,
            RedisGate gate,
            LoadBound bound,
            MeterRegistry registry) {
        this.redis = redis;
        this.gate = gate;
        this.bound = bound;
        this.registry = registry;
    }

    /**
     * Caches that share Redis, its gate and the bound of database reads.
     *
     * @param maximumBytes of copies in this instance, for each cache
     * @param lastResort how long a copy is kept for the case that the database does not answer
     */
    public List<Cache> build(CatalogueFreshness freshness, long maximumBytes, Duration lastResort) {
        return List.of(
                cache(CatalogueDocument.PRODUCTS, freshness, maximumBytes, lastResort),
                cache(CatalogueDocument.LISTS, freshness, maximumBytes, lastResort));
    }

    private Cache cache(
            String name, CatalogueFreshness freshness, long maximumBytes, Duration lastResort) {
        return new CatalogueCache(
                name,
                new LocalCopies(maximumBytes, lastResort),
                new SharedCopies(redis, gate, name, freshness.shared()),
                bound,
                freshness,
                new CatalogueCacheMetrics(registry, name));
    }
}
