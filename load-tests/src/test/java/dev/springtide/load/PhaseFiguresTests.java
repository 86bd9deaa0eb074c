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
        assertThat(PhaseFigures.best(List.of(step(100, 10, 100, 500)))).isNull();
    }

    @Test
    void breaksByRefusalsSlowAnswersAndOrdersThatPileUp() {
        assertThat(step(100, 0, 200, 2_000).holds()).isTrue();
        assertThat(step(100, 2, 200, 2_000).holds()).isFalse();
        assertThat(step(100, 0, 201, 2_000).holds()).isFalse();
        assertThat(step(100, 0, 200, 2_001).holds()).isFalse();
    }

    @Test
    void breaksWhenTheLoadGeneratorFallsBehind() {
        assertThat(figures("step 100", 100, 951, 951, 951, 0, 100, 500).holds()).isTrue();
        assertThat(figures("step 100", 100, 949, 949, 949, 0, 100, 500).holds()).isFalse();
    }

    @Test
    void breaksWhenSomeAreNotConfirmed() {
        assertThat(figures("step 100", 100, 1_000, 999, 1_000, 0, 100, 500).holds()).isTrue();
        assertThat(figures("step 100", 100, 1_000, 998, 1_000, 0, 100, 500).holds()).isFalse();
    }

    @Test
    void setsTheBestStepAgainstTheDatabaseAlone() {
        List<PhaseFigures> steps = List.of(step(100, 0, 1, 1));

        assertThat(Capacity.of(steps, new Baseline(400, 16, 10, "pgbench")))
                .isEqualTo(new Capacity(100, 6_000, 0.25, 1.5));
        assertThat(Capacity.of(steps, null)).isEqualTo(new Capacity(100, 6_000, null, 1.5));
        assertThat(Capacity.of(List.of(), null)).isEqualTo(new Capacity(0, 0, null, 0));
    }

    private static PhaseFigures step(int rate, int refused, long post, long toConfirmed) {
        int orders = rate * 10;
        return figures("step " + rate, rate, orders, orders, orders, refused, post, toConfirmed);
    }

    /** Ten seconds. */
    static PhaseFigures figures(
            String name,
            int planned,
            int created,
            int confirmed,
            int admitted,
            int refused,
            long post,
            long toConfirmed) {
        return new PhaseFigures(
                name,
                planned,
                10,
                Map.of(
                        Phase.ORDER,
                        new Answers.Figures(
                                admitted, refused, new Percentiles(1, post, post, post))),
                created,
                confirmed,
                confirmed * 6.0,
                new Percentiles(1, toConfirmed, toConfirmed, toConfirmed),
                IDLE);
    }
}
