package dev.springtide.inventory.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.springtide.inventory.application.CatalogueDocument;
import java.time.Duration;
import java.util.Optional;

/**
 * The copies of this instance, bounded by weight. A copy outlives its freshness, as the answer of
 * last resort. Time is the JVM's own, which no clock change touches.
 */
final class LocalCopies {

    private final Cache<String, Copy> copies;

    LocalCopies(long maximumBytes, Duration lastResort) {
        copies =
                Caffeine.newBuilder()
                        .maximumWeight(maximumBytes)
                        .<String, Copy>weigher(
                                (key, copy) -> 2 * key.length() + copy.document().weight())
                        .expireAfterWrite(lastResort)
                        .build();
    }

    private record Copy(CatalogueDocument document, long freshUntil) {}

    Optional<CatalogueDocument> fresh(String key) {
        Copy copy = copies.getIfPresent(key);
        return copy != null && System.nanoTime() - copy.freshUntil() < 0
                ? Optional.of(copy.document())
                : Optional.empty();
    }

    Optional<CatalogueDocument> lastResort(String key) {
        return Optional.ofNullable(copies.getIfPresent(key)).map(copy -> copy.document().asStale());
    }

    void keep(String key, CatalogueDocument document, Duration fresh) {
        copies.put(key, new Copy(document, System.nanoTime() + fresh.toNanos()));
    }

    void remove(String key) {
        copies.invalidate(key);
    }

    void clear() {
        copies.invalidateAll();
    }
}
