package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrowthTests {
    @Test
    void seesALeakThroughTheNoise() {
        assertThat(Growth.of("heap", new double[] {50, 52, 49, 60, 66, 61, 80, 79, 85}, 10).leaks())
                .isTrue();
    }

    @Test
    void allowsWhatIsSmallOrLevel() {
        assertThat(Growth.of("threads", new double[] {4, 4, 4, 6, 6, 6, 8, 8, 8}, 20).leaks())
                .isFalse();
        assertThat(Growth.of("heap", new double[] {50, 90, 50, 50, 90, 50, 50, 90, 50}, 10).leaks())
                .isFalse();
    }

    @Test
    void saysNothingOfTooFewSamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Growth.of("heap", new double[] {1, 1_000}, 0));
    }

    @Test
    void samplesEveryMinuteAndAShortRunTwelveTimes() {
        assertThat(LeakWatch.pause(Duration.ofHours(2))).isEqualTo(Duration.ofMinutes(1));
        assertThat(LeakWatch.pause(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void allowsByTheKindOfTheFigure() {
        assertThat(LeakWatch.allowance("order-service threads")).isEqualTo(20);
        assertThat(LeakWatch.allowance("inventory.stock bytes")).isEqualTo(8e6);
    }
}
