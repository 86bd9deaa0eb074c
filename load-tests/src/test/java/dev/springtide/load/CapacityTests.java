package dev.springtide.load;

import static dev.springtide.load.PhaseFiguresTests.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTests {
    private static final Capacity NOTHING = new Capacity(0, 0, null, 0);

    @Test
    void isTheHighestStepBeforeTheFirstThatBroke() {
        List<PhaseFigures> steps =
                List.of(step(200, 0, 100, 500), step(250, 0, 900, 500), step(300, 0, 100, 500));

        assertThat(Capacity.of(steps, false, null).offered()).isEqualTo(200);
    }

    @Test
    void isNothingWhereTheFirstStepBroke() {
        assertThat(Capacity.of(List.of(step(100, 10, 100, 500)), false, null)).isEqualTo(NOTHING);
    }

    @Test
    void isTheBusiestStepOfAShortRunWhetherItHeldOrNot() {
        List<PhaseFigures> steps =
                List.of(step(200, 0, 100, 500), step(300, 9, 900, 500), step(250, 9, 900, 500));

        assertThat(Capacity.of(steps, true, null).offered()).isEqualTo(300);
        assertThat(Capacity.of(List.of(), true, null)).isEqualTo(NOTHING);
    }

    @Test
    void isSetAgainstTheDatabaseAlone() {
        List<PhaseFigures> steps = List.of(step(100, 0, 1, 1));

        assertThat(Capacity.of(steps, false, new Baseline(400, 16, 10, "pgbench")))
                .isEqualTo(new Capacity(100, 6_000, 0.25, 1.5));
        assertThat(Capacity.of(steps, false, null)).isEqualTo(new Capacity(100, 6_000, null, 1.5));
    }
}
