package dev.springtide.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFiguresTests {

    @TempDir Path folder;

    @Test
    void leavesWhatWasCountedInOrder() throws Exception {
        Path figures = folder.resolve("figures");

        TestFigures.of(getClass(), 7).add("events", 1_000_000).add("lag, s", 0.25).write(figures);

        assertThat(figures.resolve("TestFiguresTests.json"))
                .content()
                .isEqualToIgnoringNewLines(
                        "{\"test\":\"TestFiguresTests\",\"seed\":7,\"figures\":"
                                + "{\"events\":1000000,\"lag, s\":0.25}}");
    }
}
