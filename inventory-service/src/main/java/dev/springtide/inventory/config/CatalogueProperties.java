package dev.springtide.inventory.config;

import dev.springtide.inventory.application.CatalogueFreshness;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The catalogue cache.
 *
 * @param sharedTtl how long a copy stays in Redis, at most; up to a quarter less by jitter
 * @param localTtl how long an instance keeps a copy it took from Redis
 * @param maxAge what HTTP caches are told; the three together are at most two seconds
 * @param lastResort how long an instance keeps a copy for the case that its database fails
 * @param localSize of the copies in an instance, for products and for lists each
 * @param concurrentLoads catalogue reads of an instance at the database at the same time
 * @param patience how long a reader waits for the database before the last resort
 * @param probeInterval how often a Redis that failed is tried again
 */
@ConfigurationProperties("springtide.catalogue")
public record CatalogueProperties(
        @DefaultValue("750ms") Duration sharedTtl,
        @DefaultValue("250ms") Duration localTtl,
        @DefaultValue("1s") Duration maxAge,
        @DefaultValue("60s") Duration lastResort,
        @DefaultValue("8MB") DataSize localSize,
        @DefaultValue("8") int concurrentLoads,
        @DefaultValue("700ms") Duration patience,
        @DefaultValue("500ms") Duration probeInterval) {

    CatalogueFreshness freshness() {
        return new CatalogueFreshness(sharedTtl, localTtl, maxAge);
    }
}
