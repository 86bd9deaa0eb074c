package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTests {

    @Test
    void isHeldAgainstItsLimit() {
        assertThat(Figure.atMost("s", 60, 60).holds()).isTrue();
        assertThat(Figure.atMost("s", 60.1, 60).holds()).isFalse();
        assertThat(Figure.atLeast("share", 0.999, 0.999).holds()).isTrue();
        assertThat(Figure.atLeast("share", 0.998, 0.999).holds()).isFalse();
        assertThat(Figure.told("anything", -1).holds()).isTrue();
    }

    @Test
    void saysWhenItMissed() {
        assertThat(Figure.atMost("s", 61, 60)).hasToString("s 61.00 (at most 60.00) MISSED");
        assertThat(Figure.told("s", 61)).hasToString("s 61.00");
    }
}
