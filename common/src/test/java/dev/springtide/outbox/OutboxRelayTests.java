package dev.springtide.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxRelayTests {

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
        assertThat(OutboxRelay.rest(Duration.ofMillis(took), Duration.ofMillis(interval)))
                .isEqualTo(Duration.ofMillis(rest));
    }
}
