package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTests {
    @Test
    void readsTheFigureOfPgbench() {
        assertThat(
                        Baseline.tps(
                                List.of(
                                        "latency average = 8.6 ms",
                                        "tps = 1858.25 (without initial connection time)")))
                .isEqualTo(1858.25);
    }

    @Test
    void refusesAnOutputWithoutOne() {
        assertThatIllegalStateException().isThrownBy(() -> Baseline.tps(List.of("aborted")));
    }
}
