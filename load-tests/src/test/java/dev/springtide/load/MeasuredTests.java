package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.springtide.load.machine.CpuDiary;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuredTests {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final Settings SETTINGS =
            Settings.of(
                    Arguments.of(
                            List.of(
                                    "capacity",
                                    "--rate",
                                    "200",
                                    "--warm-up-seconds",
                                    "10",
                                    "--minutes",
                                    "0.5"),
                            Set.of(),
                            Settings.VALUES),
                    NOWHERE,
                    NOWHERE);

    @Test
    void leavesOutStepsThatDidNotBeginAndCutsTheOneThatBroke() {
        assertThat(measured(45, List.of()).phases())
                .extracting(PhaseFigures::name, PhaseFigures::seconds)
                .containsExactly(
                        tuple("warm-up", 10.0), tuple("step 200", 30.0), tuple("step 250", 5.0));
    }

    @Test
    void givesEachOrderToThePhaseThatItWasMadeIn() {
        List<OrderRecord> orders =
                List.of(order(9_999, 5), order(10_000, 70), order(20_000, 30), order(40_000, 5));

        PhaseFigures step = measured(45, orders).phases().get(1);

        assertThat(step.created()).isEqualTo(2);
        assertThat(step.confirmed()).isEqualTo(2);
        assertThat(step.confirmedPerMinute()).isEqualTo(4);
        assertThat(step.toConfirmed()).isEqualTo(new Percentiles(30, 70, 70, 70));
    }

    @Test
    void countsTheAcknowledgedOfAllPhases() {
        assertThat(measured(45, List.of()).acknowledged()).isEqualTo(7);
    }

    @Test
    void settlesWithTheLastChangeAfterTheLastCustomer() {
        assertThat(measured(45, List.of(order(44_000, 1_250), order(30_000, 1))).settlingMillis())
                .isEqualTo(250);
        assertThat(measured(45, List.of(order(30_000, 1))).settlingMillis()).isZero();
    }

    private static OrderRecord order(long atMillis, long millis) {
        return new OrderRecord("CONFIRMED", Instant.ofEpochMilli(atMillis), millis);
    }

    private static Measured measured(int seconds, List<OrderRecord> orders) {
        Answers.Report report =
                new Answers.Report(
                        0,
                        seconds * 1_000L,
                        Map.of("warm-up", posts(3), "step 200", posts(4), "other", Map.of()));
        try (CpuDiary diary = CpuDiary.of(Map.of())) {
            return new Measured(SETTINGS, report, orders, diary);
        }
    }

    private static Map<String, Answers.Figures> posts(int admitted) {
        return Map.of(Phase.ORDER, new Answers.Figures(admitted, 9, new Percentiles(1, 1, 1, 1)));
    }
}
