package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTableTests {

    private static final Verdict PASSED =
            verdict("redis-gone", 20.4, Figure.atMost("refused", 0, 0));
    private static final Verdict MISSED =
            verdict("kafka-down", 31.6, Figure.told("drained", 7), Figure.atMost("lost", 3, 0));

    private static Verdict verdict(String name, double seconds, Figure... figures) {
        return new Verdict(name, "", seconds, 0, "offered 9", List.of(figures), null, null);
    }

    @Test
    void tellsHowLongEachTookAndAllTogether() {
        assertThat(VerdictTable.of(List.of(PASSED, MISSED), Duration.ofSeconds(61)).lines())
                .containsExactly(
                        "",
                        "passed  redis-gone                20 s  offered 9",
                        "FAILED  kafka-down                32 s  offered 9",
                        "          lost 3.000 (at most 0.000) MISSED",
                        "1 of 2 passed in 1 min 1 s");
    }
}
