package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteRunTests {

    @ParameterizedTest
    @CsvSource({"0, clean", "1, breached", "2, not done", "3, not done", "143, not done"})
    void takesNoAuditForCleanOrBreachedThatCameToNoEnd(int exitCode, String verdict) {
        assertThat(SuiteRun.verdict(exitCode)).isEqualTo(verdict);
    }
}
