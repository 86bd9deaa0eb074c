package dev.springtide.load.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A command that ran to its end. */
public record Run(int exitCode, List<String> output) {
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroy), "end-runs"));
    }

    /**
     * Runs it in a folder and shows its output on stderr, since stdout is for the document. It does
     * not outlive this JVM: load that nobody counts would spoil whatever is measured next.
     */
    public static Run of(Path folder, List<String> command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        RUNNING.add(process);
        try (Stream<String> lines = process.inputReader().lines()) {
            List<String> output = lines.peek(System.err::println).toList();
            return new Run(process.waitFor(), output);
        } finally {
            RUNNING.remove(process);
        }
    }

    /** The first line of the output; empty where there is none. */
    public String firstLine() {
        return output.isEmpty() ? "" : output.getFirst();
    }
}
