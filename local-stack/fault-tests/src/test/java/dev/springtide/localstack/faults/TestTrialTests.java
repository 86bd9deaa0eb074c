package dev.springtide.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a stand-in for Maven that leaves the figures the test would leave. */
class TestTrialTests {

    private static final TestRun RUN =
            new TestRun(
                    "sample",
                    "a sample",
                    "module",
                    List.of("SampleIT"),
                    List.of("OtherIT"),
                    List.of("full=true"),
                    List.of(TestRun.Bound.none("lost")));

    @TempDir Path root;

    @Test
    void holdsTheFiguresTheTestsLeaveAgainstTheirBounds() throws Exception {
        Verdict verdict = trial("echo '{\"figures\":{\"lost\":2,\"events\":5}}' > " + document());

        assertThat(verdict.failure()).isNull();
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.figures())
                .containsExactly(Figure.atMost("lost", 2, 0), Figure.told("events", 5));
    }

    @Test
    void failsWhenTheTestsDo() throws Exception {
        Verdict verdict = trial("echo '{\"figures\":{\"lost\":0}}' > " + document() + "; exit 1");

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.failure()).contains("failed");
    }

    @Test
    void failsWhenTheTestsLeaveNothing() throws Exception {
        Files.createDirectories(root.resolve("module/target/figures"));
        Files.writeString(root.resolve(document()), "{\"figures\":{\"lost\":0}}");

        assertThat(trial("true").failure()).contains("lost");
    }

    @Test
    void namesExactlyTheTests() {
        assertThat(new TestTrial(RUN, settings()).command())
                .contains("-Dit.test=SampleIT,OtherIT", "-Dtest=none.Tests", "-Dfull=true");
    }

    private Verdict trial(String script) throws IOException {
        Path maven = root.resolve("mvnw");
        Files.writeString(maven, "#!/bin/sh\nmkdir -p module/target/figures\n" + script + "\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        Verdict verdict = new TestTrial(RUN, settings()).run();
        assertThat(verdict.audit()).isNull();
        return verdict;
    }

    private static String document() {
        return "module/target/figures/SampleIT.json";
    }

    private Settings settings() {
        return new Settings(root, root.resolve("target"), 7, false, 1, 50, 0, 0);
    }
}
