package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhaseFiguresTests {
    private static final Load IDLE = new Load(0, 0, Map.of(), Map.of(), 1.5);

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

    static PhaseFigures step(int rate, int refused, long post, long toConfirmed) {
        int orders = rate * 10;
        return figures("step " + rate, rate, orders, orders, orders, refused, post, toConfirmed);
    }

    static PhaseFigures withMemory(String name, String service, double residentMb) {
        PhaseFigures phase = figures(name, 100, 1_000, 1_000, 1_000, 0, 1, 1);
        return new PhaseFigures(
                phase.name(),
                phase.planned(),
                phase.seconds(),
                phase.requests(),
                phase.created(),
                phase.confirmed(),
                phase.confirmedPerMinute(),
                phase.toConfirmed(),
                phase.cpu(),
                Map.of(service, residentMb));
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
                IDLE,
                Map.of());
    }
}
