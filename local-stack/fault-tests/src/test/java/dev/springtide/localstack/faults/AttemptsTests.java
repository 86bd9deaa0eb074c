package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class AttemptsTests {

    private final Attempts attempts = new Attempts();

    @Test
    void countsWhatTheFirstTriesMet() {
        long from = System.nanoTime();
        for (int status : new int[] {201, 201, 503, 0}) {
            attempts.begin().end(status);
        }
        Attempts.Span span = attempts.between(from, System.nanoTime());
        assertThat(span.isOver()).isTrue();
        assertThat(span.accepted()).isEqualTo(0.5);
        assertThat(span.serverErrors()).isEqualTo(1);
        assertThat(span.unanswered()).isEqualTo(1);
    }

    @Test
    void countsWhoTurnsAwayAsNotAccepted() {
        long from = System.nanoTime();
        attempts.begin().end(201);
        attempts.turnAway();
        Attempts.Span span = attempts.between(from, System.nanoTime());
        assertThat(span.accepted()).isEqualTo(0.5);
        assertThat(span.unanswered()).isZero();
    }

    @Test
    void hasNoTimesOfTriesThatNobodyMade() {
        long from = System.nanoTime();
        attempts.turnAway();
        Attempts.Span span = attempts.between(from, System.nanoTime());
        assertThatIllegalStateException().isThrownBy(() -> span.quantile(0.99));
    }

    @Test
    void isNotOverWhileATryHasNoEnd() {
        long from = System.nanoTime();
        Attempts.Attempt open = attempts.begin();
        Attempts.Span span = attempts.between(from, System.nanoTime());
        assertThat(span.isOver()).isFalse();
        open.end(201);
        assertThat(span.isOver()).isTrue();
        assertThat(attempts.between(System.nanoTime(), System.nanoTime()).accepted()).isZero();
    }
}
