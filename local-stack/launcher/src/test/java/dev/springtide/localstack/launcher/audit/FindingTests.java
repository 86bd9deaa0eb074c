package dev.springtide.localstack.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTests {

    @Test
    void onlyWhatALaterPassFindsTooIsConfirmed() {
        Finding first = finding(breach("a", "1 of 2"), breach("b", "gone soon"));
        Finding second = finding(breach("a", "2 of 3"), breach("c", "new"));

        assertThat(first.confirmedBy(second).breaches()).containsExactly(breach("a", "2 of 3"));
    }

    private static Finding finding(Breach... breaches) {
        return new Finding("check", 10, List.of(breaches));
    }

    private static Breach breach(String subject, String detail) {
        return new Breach("check", subject, detail);
    }
}
