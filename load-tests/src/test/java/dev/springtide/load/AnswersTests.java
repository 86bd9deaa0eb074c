package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTests {
    private final Answers answers = new Answers(List.of(Phase.level("step 10", 10, 10)));

    @Test
    void breaksAStepOnlyOnceHalfOfItIsAnswered() {
        refuse(49);
        assertThat(answers.isBroken("step 10")).isFalse();

        refuse(1);
        assertThat(answers.isBroken("step 10")).isTrue();
    }

    @Test
    void doesNotBreakAStepForAFew() {
        refuse(2);
        for (int order = 0; order < 98; order++) {
            answers.admitted("step 10", order < 4 ? 5_000 : 10);
        }

        assertThat(answers.isBroken("step 10")).isFalse();
    }

    @Test
    void readsNothingFromAnOutputWithoutItsLine() {
        assertThat(Answers.in(List.of("something else"))).isEmpty();
    }

    @Test
    void readsTheTimesOfAdmittedOrdersOnly() {
        String line =
                "springtide-answers {\"\":{\"admitted\":3,\"refused\":1,\"times\":{\"p50\":2,\"p95\":3,\"p99\":3,\"max\":3}}}";

        assertThat(Answers.in(List.of("noise", line)).get(""))
                .isEqualTo(new Answers.Figures(3, 1, new Percentiles(2, 3, 3, 3)));
    }

    private void refuse(int orders) {
        for (int order = 0; order < orders; order++) {
            answers.refused("step 10");
        }
    }
}
