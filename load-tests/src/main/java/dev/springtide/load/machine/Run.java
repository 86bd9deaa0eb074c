package dev.springtide.load.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command that ran to its end. */
public record Run(boolean succeeded, List<String> output) {
    /** Runs it in a folder and shows its output on stderr, since stdout is for the document. */
    public static Run of(Path folder, List<String> command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> output;
        try (Stream<String> lines = process.inputReader().lines()) {
            output = lines.peek(System.err::println).toList();
        }
        return new Run(process.waitFor() == 0, output);
    }

    /** The first line of the output; empty where there is none. */
    public String firstLine() {
        return output.isEmpty() ? "" : output.getFirst();
    }
}
