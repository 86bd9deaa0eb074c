package dev.springtide.localstack.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTests {

    @TempDir Path root;
    private Process process;
    private RunState state;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
        state = new RunState(root, root.resolve("data"), 0);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void endsAPartThatIsStillTheOneStarted() throws Exception {
        ProcessIdentity.of(process.pid()).orElseThrow().write(pidFile());

        Leftovers.of(state).end();

        assertThat(process.waitFor()).isNotZero();
        assertThat(Leftovers.of(state).isPresent()).isFalse();
    }

    @Test
    void leavesAForeignProcessAloneThatGotThePidOfAPart() throws IOException {
        ProcessIdentity now = ProcessIdentity.of(process.pid()).orElseThrow();
        new ProcessIdentity(now.pid(), now.startTicks() - 1).write(pidFile());

        Leftovers.of(state).end();

        assertThat(Leftovers.of(state).isPresent()).isFalse();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void passesOverADamagedPidFile() throws IOException {
        Files.createDirectories(state.options().pids());
        Files.writeString(pidFile(), "not a pid");

        assertThat(Leftovers.of(state).isPresent()).isFalse();
    }

    private Path pidFile() {
        return state.options().pids().resolve("kafka.pid");
    }
}
