package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTests {
    @Test
    void isTheMiddleOrBetweenTheTwoInTheMiddle() {
        assertThat(Median.of(9, 1, 5)).isEqualTo(5);
        assertThat(Median.of(List.of(9.0, 1.0, 5.0, 6.0))).isEqualTo(5.5);
    }

    @Test
    void leavesTheFiguresInTheirOrder() {
        double[] figures = {3, 1, 2};

        Median.of(figures);

        assertThat(figures).containsExactly(3, 1, 2);
    }

    @Test
    void needsAFigure() {
        assertThatIllegalArgumentException().isThrownBy(Median::of);
    }

    @Test
    void comparesWithNothingAsZero() {
        assertThat(Median.ratio(6, 4)).isEqualTo(1.5);
        assertThat(Median.ratio(6, 0)).isZero();
    }
}
