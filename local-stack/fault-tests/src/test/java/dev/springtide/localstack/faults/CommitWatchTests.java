package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitWatchTests {

    private final CommitWatch watch = new CommitWatch();

    @Test
    void seesACommitInWords() {
        assertThat(watch.test("Q....COMMIT\0")).isTrue();
        assertThat(watch.test("Q....COMMITS\0")).isFalse();
    }

    @Test
    void remembersWhatTheCommitIsCalled() {
        assertThat(watch.test("B..\0S_2\0......E")).isFalse();
        assertThat(watch.test("P...S_2\0COMMIT\0..B..\0S_2\0......E")).isTrue();
        assertThat(watch.test("B..\0S_2\0......E")).isTrue();
        assertThat(watch.test("B..\0S_20\0......E")).isFalse();
        assertThat(watch.test("P...S_3\0SELECT 1\0")).isFalse();
    }
}
