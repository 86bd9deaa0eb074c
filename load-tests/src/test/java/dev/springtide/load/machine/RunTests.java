package dev.springtide.load.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunTests {

    /** Its main method runs a command that tells its process id and lasts for a minute. */
    static final class Runner {
        public static void main(String[] none) throws IOException, InterruptedException {
            System.setErr(System.out);
            Run.of(Path.of("."), List.of("sh", "-c", "echo $$; exec sleep 60"));
        }
    }

    @Test
    void endsTheCommandWithTheJvmThatRunsIt() throws Exception {
        Process runner = ChildJvm.start(Runner.class);
        try (BufferedReader told = runner.inputReader()) {
            ProcessHandle command = ProcessHandle.of(Long.parseLong(told.readLine())).orElseThrow();

            runner.destroy();

            assertThat(command.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            runner.destroyForcibly();
        }
    }

    @Test
    void tellsHowTheCommandEnded() throws Exception {
        Run run = Run.of(Path.of("."), List.of("sh", "-c", "echo first; echo second; exit 3"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.firstLine()).isEqualTo("first");
    }
}
