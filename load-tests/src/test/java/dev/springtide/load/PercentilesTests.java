package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTests {
    @Test
    void takesTheTimeThatSoManyDoNotExceed() {
        long[] times = LongStream.rangeClosed(1, 1_000).map(time -> 1_001 - time).toArray();

        assertThat(Percentiles.of(times)).isEqualTo(new Percentiles(500, 950, 990, 1_000));
    }

    @Test
    void roundsUpAmongFew() {
        assertThat(Percentiles.of(new long[] {30, 10, 20}))
                .isEqualTo(new Percentiles(20, 30, 30, 30));
    }

    @Test
    void isZeroWhereThereWereNone() {
        assertThat(Percentiles.of(new long[0])).isEqualTo(new Percentiles(0, 0, 0, 0));
    }
}
