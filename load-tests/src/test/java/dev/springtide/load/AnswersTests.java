package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswersTests {
    private static final Phase STEP = Phase.level("step 10", 10, 10);

    private final Answers answers = new Answers();

    @Test
    void breaksAStepOnlyOnceHalfOfItIsAnswered() {
        refuse(49);
        assertThat(answers.isBroken(STEP)).isFalse();

        refuse(1);
        assertThat(answers.isBroken(STEP)).isTrue();
    }

    @Test
    void doesNotBreakAStepForAFew() {
        refuse(2);
        for (int order = 0; order < 98; order++) {
            answers.admitted(STEP, Phase.ORDER, order < 4 ? 5_000 : 10);
        }

        assertThat(answers.isBroken(STEP)).isFalse();
    }

    @Test
    void breaksAStepThatIsSlow() {
        for (int order = 0; order < 100; order++) {
            answers.admitted(STEP, Phase.ORDER, order < 6 ? 2_001 : 10);
        }

        assertThat(answers.isBroken(STEP)).isTrue();
    }

    @Test
    void countsAdmittedAndRefusedApartAndTimesOfTheAdmittedOnly() {
        answers.admitted(STEP, Phase.ORDER, 20);
        answers.admitted(STEP, Phase.ORDER, 90_000);
        answers.refused(STEP, Phase.ORDER);
        answers.refused(STEP, "GET /products");

        assertThat(answers.report(Instant.EPOCH, Instant.EPOCH).phases())
                .isEqualTo(
                        Map.of(
                                "step 10",
                                Map.of(
                                        Phase.ORDER,
                                        new Answers.Figures(
                                                2, 1, new Percentiles(20, 60_000, 60_000, 60_000)),
                                        "GET /products",
                                        new Answers.Figures(0, 1, new Percentiles(0, 0, 0, 0)))));
    }

    @Test
    void findsTheReportInTheOutputOfTheLoadGenerator() {
        answers.admitted(STEP, Phase.ORDER, 20);
        Answers.Report report = answers.report(Instant.ofEpochMilli(5), Instant.ofEpochMilli(9));
        String line = "springtide-answers " + JsonMapper.shared().writeValueAsString(report);

        assertThat(Answers.Report.in(List.of("noise", line))).isEqualTo(report);
    }

    @Test
    void refusesAnOutputWithoutAReport() {
        assertThatIllegalStateException().isThrownBy(() -> Answers.Report.in(List.of("crashed")));
    }

    private void refuse(int orders) {
        for (int order = 0; order < orders; order++) {
            answers.refused(STEP, Phase.ORDER);
        }
    }
}
