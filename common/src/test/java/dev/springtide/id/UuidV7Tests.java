package dev.springtide.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UuidV7Tests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final UuidV7 ids = new UuidV7(clock());

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void carriesTheMomentAndSaysItsVersion() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(UuidV7.timestamp(id)).isEqualTo(NOON);
    }

    @Test
    void risesWhileTheClockStandsStill() {
        UUID last = ids.next();
        for (int i = 0; i < 20_000; i++) {
            UUID next = ids.next();
            assertThat(next.toString()).isGreaterThan(last.toString());
            last = next;
        }
        assertThat(UuidV7.timestamp(last)).isBefore(NOON.plusMillis(10));
    }

    @Test
    void risesWhenTheClockGoesBack() {
        UUID before = ids.next();
        now.set(NOON.minus(Duration.ofHours(1)));
        UUID after = ids.next();
        assertThat(after.toString()).isGreaterThan(before.toString());
        assertThat(UuidV7.timestamp(after)).isEqualTo(NOON);
    }

    @Test
    void givesTheLowestIdOfAMillisecond() {
        UUID lowest = UuidV7.lowest(NOON);
        assertThat(UuidV7.timestamp(lowest)).isEqualTo(NOON);
        assertThat(lowest.toString()).isLessThan(ids.next().toString());
        assertThat(UuidV7.lowest(NOON.plusMillis(1)).toString())
                .isGreaterThan(ids.next().toString());
    }

    @Test
    void refusesTheTimeOfOtherVersions() {
        assertThatIllegalArgumentException().isThrownBy(() -> UuidV7.timestamp(UUID.randomUUID()));
    }

    @Test
    void isUniqueAcrossThreadsAndInstances() {
        Set<UUID> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                UuidV7 generator = thread % 2 == 0 ? ids : new UuidV7(clock());
                threads.execute(
                        () -> IntStream.range(0, 5_000).forEach(i -> seen.add(generator.next())));
            }
        }
        assertThat(seen).hasSize(40_000);
    }
}
