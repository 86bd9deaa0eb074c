package dev.springtide.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTests {

    @ParameterizedTest
    @CsvSource({
        "0, 25, 25",
        "5, 25, 20",
        "7, 25, 21",
        "25, 25, 75",
        "60, 25, 180",
        "67, 25, 200",
        "5000, 25, 200",
        "30, 0, 0"
    })
    void restsInProportionToItsWorkWithinBounds(long took, long interval, long rest) {
        Pace pace = new Pace(Duration.ofMillis(interval), 3, 8);

        assertThat(pace.rest(Duration.ofMillis(took))).isEqualTo(Duration.ofMillis(rest));
    }
}
