package dev.springtide.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadinessTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void triesUntilTheProbeHolds() {
        assertThat(within(Duration.ofSeconds(3)).until(() -> tryTaking(Duration.ofSeconds(1)) == 3))
                .isTrue();
    }

    @Test
    void givesUpWhenThePatienceIsOver() {
        assertThat(within(Duration.ofSeconds(3)).until(() -> tryTaking(Duration.ofSeconds(1)) == 0))
                .isFalse();
        assertThat(tries).hasValue(4);
    }

    @Test
    void aProbeThatFailsSaysNotYet() {
        assertThat(
                        within(Duration.ofSeconds(3))
                                .until(() -> {
                                    if (tryTaking(Duration.ofSeconds(1)) < 3) {
                                        throw new IllegalStateException("not yet");
                                    }
                                    return true;
                                }))
                .isTrue();
    }

    @Test
    void triesAgainAfterAPauseOfTheMachine() {
        assertThat(
                        within(Duration.ofSeconds(90))
                                .until(() -> tryTaking(Duration.ofMinutes(5)) == 2))
                .isTrue();
    }

    @Test
    void endsWhenThereIsNoHope() {
        assertThat(
                        within(Duration.ofSeconds(90))
                                .whilst(() -> tries.get() < 2)
                                .until(() -> tryTaking(Duration.ofSeconds(1)) == 0))
                .isFalse();
        assertThat(tries).hasValue(2);
    }

    private Readiness within(Duration patience) {
        return Readiness.within(patience, nanos::get);
    }

    private int tryTaking(Duration time) {
        nanos.addAndGet(time.toNanos());
        return tries.incrementAndGet();
    }
}
