package dev.springtide.inventory.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.springtide.inventory.application.CatalogueBusyException;
import dev.springtide.inventory.application.CatalogueDocument;
import dev.springtide.inventory.application.CatalogueFreshness;
import dev.springtide.redis.RedisGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.core.RedisTemplate;

/** The cache while Redis is away. */
class CatalogueCacheTests {

    private static final Duration FRESH = Duration.ofMillis(200);
    private static final CatalogueDocument MUG =
            new CatalogueDocument("\"1\"", new byte[] {'{', '}'}, false);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RedisGate away =
            new RedisGate(
                    "test",
                    () -> {
                        throw new DataAccessResourceFailureException("away");
                    },
                    Duration.ofHours(1),
                    meters);
    private final AtomicInteger loads = new AtomicInteger();

    @AfterEach
    void close() {
        away.close();
    }

    @Test
    void loadsAKeyOnceForAllWhoWantItAtTheSameTime() throws Exception {
        CatalogueCache cache = cache(Duration.ofSeconds(5));
        CountDownLatch loading = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<CatalogueDocument>> readers =
                    IntStream.range(0, 50)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(
                                            () -> read(cache, "mug", loading), threads))
                            .toList();
            Awaitility.await().until(() -> loads.get() == 1);
            loading.countDown();
            for (CompletableFuture<CatalogueDocument> reader : readers) {
                assertThat(reader.get()).isSameAs(MUG);
            }
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void asksTheDatabaseOncePerFreshness() {
        CatalogueCache cache = cache(Duration.ofSeconds(5));
        long end = System.nanoTime() + FRESH.multipliedBy(5).toNanos();

        while (System.nanoTime() < end) {
            assertThat(read(cache, "mug", new CountDownLatch(0))).isSameAs(MUG);
        }

        assertThat(loads).hasValueBetween(2, 6);
    }

    @Test
    void answersAStaleCopyWhenTheDatabaseFails() {
        CatalogueCache cache = cache(Duration.ofSeconds(5));
        read(cache, "mug", new CountDownLatch(0));

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(readWithoutDatabase(cache, "mug").stale()).isTrue());
        assertThat(readWithoutDatabase(cache, "mug").etag()).isEqualTo(MUG.etag());
    }

    @Test
    void saysItIsBusyWithoutACopy() {
        CatalogueCache cache = cache(Duration.ofSeconds(5));

        assertThatThrownBy(() -> readWithoutDatabase(cache, "mug"))
                .isInstanceOf(CatalogueBusyException.class);
    }

    @Test
    void lendsTheDatabaseToSoManyReadsOnly() {
        CatalogueCache cache = cache(Duration.ofMillis(100));
        CountDownLatch never = new CountDownLatch(1);

        for (int i = 0; i < 10; i++) {
            String key = "mug-" + i;
            assertThatThrownBy(() -> read(cache, key, never))
                    .isInstanceOf(CatalogueBusyException.class);
        }

        assertThat(loads).hasValue(2);
        never.countDown();
    }

    @Test
    void forgetsWhatIsEvicted() {
        CatalogueCache cache = cache(Duration.ofSeconds(5));
        read(cache, "mug", new CountDownLatch(0));

        cache.evict("mug");
        read(cache, "mug", new CountDownLatch(0));

        assertThat(loads).hasValue(2);
    }

    private CatalogueDocument read(CatalogueCache cache, String key, CountDownLatch until) {
        return required(
                cache.get(
                        key,
                        () -> {
                            loads.incrementAndGet();
                            until.await();
                            return MUG;
                        }));
    }

    private static CatalogueDocument readWithoutDatabase(CatalogueCache cache, String key) {
        return required(
                cache.<CatalogueDocument>get(
                        key,
                        () -> {
                            throw new DataAccessResourceFailureException("no database");
                        }));
    }

    private static CatalogueDocument required(
            @org.jspecify.annotations.Nullable CatalogueDocument document) {
        return java.util.Objects.requireNonNull(document);
    }

    private CatalogueCache cache(Duration patience) {
        return new CatalogueCache(
                "test",
                new LocalCopies(1_000_000, Duration.ofMinutes(1)),
                new SharedCopies(new RedisTemplate<>(), away, "test", FRESH),
                new LoadBound(2, patience),
                new CatalogueFreshness(FRESH, FRESH, Duration.ZERO),
                new CatalogueCacheMetrics(meters, "test"));
    }
}
