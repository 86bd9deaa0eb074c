package dev.springtide.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditWindowTests {

    private final AuditWindow window =
            new AuditWindow(Duration.ofMinutes(15), Duration.ofSeconds(2));

    @Test
    void beginsShortAndGrowsWhileThereIsTime() {
        assertThat(window.current()).isEqualTo(Duration.ofMinutes(1));

        window.took(Duration.ofMillis(900));
        assertThat(window.current()).isEqualTo(Duration.ofMinutes(2));

        window.took(Duration.ofMillis(999));
        window.took(Duration.ofMillis(999));
        assertThat(window.current()).isEqualTo(Duration.ofMinutes(8));

        window.took(Duration.ofMillis(999));
        window.took(Duration.ofMillis(999));
        assertThat(window.current()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void staysWhereItFillsItsBudget() {
        window.took(Duration.ofSeconds(1));
        window.took(Duration.ofSeconds(2));

        assertThat(window.current()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shrinksByWhatItTookTooLong() {
        window.took(Duration.ofSeconds(20));

        assertThat(window.current()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void isNeverNothing() {
        window.took(Duration.ofHours(1));
        window.took(Duration.ofHours(1));

        assertThat(window.current()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void isNeverLongerThanAllowed() {
        AuditWindow brief = new AuditWindow(Duration.ofMillis(300), Duration.ofSeconds(2));
        assertThat(brief.current()).isEqualTo(Duration.ofMillis(300));

        brief.took(Duration.ofHours(1));

        assertThat(brief.current()).isEqualTo(Duration.ofMillis(300));
    }
}
