package dev.springtide.localstack.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.springtide.embedded.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTests {

    @TempDir Path folder;

    @Test
    void isHeldByOneProcessUntilItDiesAndNotLostToTheCollector() throws IOException {
        Process first = holder();
        try (BufferedReader output = first.inputReader()) {
            assertThat(output.readLine()).isEqualTo("held");
            assertThat(saysOf(holder())).isEqualTo("taken");

            first.destroyForcibly();
            first.onExit().join();

            Process next = holder();
            assertThat(saysOf(next)).isEqualTo("held");
        }
    }

    private static String saysOf(Process process) throws IOException {
        try (BufferedReader output = process.inputReader()) {
            return output.readLine();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process holder() throws IOException {
        return ChildJvm.start(Holder.class, folder.resolve("lock").toString());
    }

    /** Takes the lock, provokes the collector and stays. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try {
                RunLock.acquire(Path.of(arguments[0]), "taken");
                System.gc();
                System.out.println("held");
                System.in.read();
            } catch (Refusal e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
