package dev.springtide.order.application.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RepeatsTests {

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void waitsTwiceAsLongEachTimeUpToTheLongestWait() {
        assertThat(new Repeats(FIRST, LONGEST, 4).waits())
                .containsExactly(120_000L, 240_000L, 300_000L, 300_000L);
    }

    @Test
    void waitsForNothingWhenItNeverAsksAgain() {
        assertThat(new Repeats(FIRST, LONGEST, 0).waits()).isEmpty();
    }
}
