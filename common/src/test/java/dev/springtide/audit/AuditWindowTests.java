package dev.springtide.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditWindowTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant BOUND = NOW.minus(Duration.ofMinutes(15));

    private final AuditWindow window =
            new AuditWindow(Duration.ofMinutes(15), Duration.ofSeconds(2));

    @Test
    void goesBackAsFarAsItsEvents() {
        Instant leftOut = NOW.minus(Duration.ofSeconds(7));

        assertThat(window.from(NOW, Optional.of(leftOut))).isEqualTo(leftOut);
    }

    @Test
    void goesNoFurtherBackThanAllowed() {
        assertThat(window.from(NOW, Optional.of(BOUND.minusSeconds(1)))).isEqualTo(BOUND);
        assertThat(window.from(NOW, Optional.empty())).isEqualTo(BOUND);
    }

    @Test
    void holdsMoreWhereHalfItsBudgetWasEnough() {
        looksAtItsNewest();
        window.took(Duration.ofMillis(999));

        assertThat(window.events()).isEqualTo(5_000);
    }

    @Test
    void holdsNoMoreBecauseThereWasLittleToLookAt() {
        looksAtItsNewest();
        window.from(NOW, Optional.empty());
        window.took(Duration.ofMillis(1));

        assertThat(window.events()).isEqualTo(4_000);
    }

    @Test
    void staysWhereItFillsItsBudget() {
        looksAtItsNewest();
        window.took(Duration.ofSeconds(1));
        window.took(Duration.ofSeconds(2));

        assertThat(window.events()).isEqualTo(4_000);
    }

    @Test
    void shrinksByWhatItTookTooLong() {
        window.took(Duration.ofSeconds(20));

        assertThat(window.events()).isEqualTo(400);
    }

    @Test
    void isNeverNothing() {
        window.took(Duration.ofHours(1));
        window.took(Duration.ofHours(1));

        assertThat(window.events()).isEqualTo(100);
    }

    private void looksAtItsNewest() {
        window.from(NOW, Optional.of(NOW.minusSeconds(1)));
    }
}
