package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhaseFiguresTests {
    private static final Load IDLE = new Load(0, 0, Map.of(), Map.of(), 1.5);

    @Test
    void takesTheHighestStepBeforeTheFirstThatBroke() {
        PhaseFigures held = step(200, 0, 100, 500);

        assertThat(PhaseFigures.best(List.of(held, step(250, 0, 900, 500), step(300, 0, 100, 500))))
                .isEqualTo(held);
    }

    @Test
    void hasNoBestStepWhereTheFirstBroke() {
        assertThat(PhaseFigures.best(List.of(step(200, 10, 100, 500)))).isNull();
    }

    @Test
    void breaksByRefusalsSlowAnswersAndOrdersThatPileUp() {
        assertThat(step(100, 0, 200, 2_000).holds()).isTrue();
        assertThat(step(100, 2, 200, 2_000).holds()).isFalse();
        assertThat(step(100, 0, 201, 2_000).holds()).isFalse();
        assertThat(step(100, 0, 200, 2_001).holds()).isFalse();
    }

    @Test
    void setsTheBestStepAgainstTheDatabaseAlone() {
        Outcome.Capacity capacity =
                Outcome.Capacity.of(step(100, 0, 1, 1), new Baseline(400, 16, 10, "pgbench"));

        assertThat(capacity.ratio()).isEqualTo(0.25);
        assertThat(Outcome.Capacity.of(null, null)).isEqualTo(Outcome.Capacity.NONE);
    }

    private static PhaseFigures step(int rate, int refused, long post, long toConfirmed) {
        return new PhaseFigures(
                "step " + rate,
                rate,
                10,
                1_000,
                refused,
                new Percentiles(1, post, post, post),
                1_000,
                1_000,
                6_000,
                new Percentiles(1, toConfirmed, toConfirmed, toConfirmed),
                IDLE);
    }
}
