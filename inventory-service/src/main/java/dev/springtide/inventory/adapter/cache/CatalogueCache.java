package dev.springtide.inventory.adapter.cache;

import dev.springtide.inventory.application.CatalogueBusyException;
import dev.springtide.inventory.application.CatalogueDocument;
import dev.springtide.inventory.application.CatalogueFreshness;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.support.SimpleValueWrapper;

/**
 * A copy of this instance in front of a copy in Redis in front of the database.
 *
 * <p>Redis can be down, frozen or full of rubbish: no read fails or waits for it, and each key
 * still goes to the database only once per freshness and instance. When the database cannot be
 * asked in time, the last copy of this instance is answered and marked as stale.
 */
final class CatalogueCache implements Cache {

    private final String name;
    private final LocalCopies local;
    private final SharedCopies shared;
    private final Flights flights = new Flights();
    private final LoadBound bound;
    private final CatalogueFreshness freshness;
    private final CatalogueCacheMetrics metrics;

    CatalogueCache(
            String name,
            LocalCopies local,
            SharedCopies shared,
            LoadBound bound,
            CatalogueFreshness freshness,
            CatalogueCacheMetrics metrics) {
        this.name = name;
        this.local = local;
        this.shared = shared;
        this.bound = bound;
        this.freshness = freshness;
        this.metrics = metrics;
    }

    @Override
    public <T> @Nullable T get(Object key, Callable<T> loader) {
        String text = key.toString();
        Optional<CatalogueDocument> copy = local.fresh(text);
        if (copy.isPresent()) {
            metrics.local();
            return cast(copy.get());
        }
        return cast(await(text, flights.join(text, () -> fetch(text, loader))));
    }

    @Override
    public @Nullable ValueWrapper get(Object key) {
        return local.fresh(key.toString()).map(SimpleValueWrapper::new).orElse(null);
    }

    @Override
    public <T> @Nullable T get(Object key, @Nullable Class<T> type) {
        return local.fresh(key.toString())
                .filter(copy -> type == null || type.isInstance(copy))
                .<T>map(CatalogueCache::cast)
                .orElse(null);
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        if (value instanceof CatalogueDocument document && !document.stale()) {
            local.keep(key.toString(), document, freshness.shared());
            shared.keep(key.toString(), document);
        }
    }

    /** Removes the copy here and in Redis; other instances' copies end by their freshness. */
    @Override
    public void evict(Object key) {
        shared.remove(key.toString());
        local.remove(key.toString());
    }

    /** Removes this instance's copies; those in Redis end by their time to live. */
    @Override
    public void clear() {
        local.clear();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getNativeCache() {
        return local;
    }

    private CatalogueDocument fetch(String key, Callable<?> loader) {
        Optional<CatalogueDocument> copy = shared.find(key);
        if (copy.isEmpty() || shared.claimsRenewal(key)) {
            return load(key, loader);
        }
        local.keep(key, copy.get(), freshness.local());
        metrics.shared();
        return copy.get();
    }

    private CatalogueDocument load(String key, Callable<?> loader) {
        CatalogueDocument document =
                bound.run(() -> {
                    try {
                        return cast(loader.call());
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new ValueRetrievalException(key, loader, e);
                    }
                });
        put(key, document);
        metrics.database();
        return document;
    }

    private CatalogueDocument await(String key, CompletableFuture<CatalogueDocument> flight) {
        try {
            return flight.get(bound.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            CatalogueDocument copy =
                    local.lastResort(key).orElseThrow(() -> new CatalogueBusyException(e));
            metrics.lastResort();
            return copy;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogueBusyException(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T cast(Object document) {
        return (T) document;
    }
}
