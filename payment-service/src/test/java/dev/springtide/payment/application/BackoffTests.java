package dev.springtide.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), new Random(7));

    @Test
    void doublesUpToTheLongestWait() {
        assertThat(waits(1)).allMatch(ms -> ms >= 500 && ms <= 1_000);
        assertThat(waits(3)).allMatch(ms -> ms >= 2_000 && ms <= 4_000);
        assertThat(waits(1_000)).allMatch(ms -> ms >= 5_000 && ms <= 10_000);
    }

    @Test
    void spreadsTheWaits() {
        assertThat(waits(5).distinct().count()).isGreaterThan(50);
    }

    private java.util.stream.LongStream waits(int attempts) {
        return IntStream.range(0, 100).mapToLong(i -> backoff.after(attempts).toMillis());
    }
}
