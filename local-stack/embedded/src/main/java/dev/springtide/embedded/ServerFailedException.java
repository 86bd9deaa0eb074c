package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A server did not start or did not answer; carries the end of its log. */
public final class ServerFailedException extends RuntimeException {

    private static final int TAIL_LINES = 15;
    private static final int SHOWN_WIDTH = 300;

    private final String server;
    private final String problem;
    private final List<String> logTail;

    public ServerFailedException(String server, String what, Path log) {
        this(server, what, tail(log));
    }

    private ServerFailedException(String server, String what, List<String> logTail) {
        super(server + " " + what + shortened(logTail));
        this.problem = server + " " + what;
        this.server = server;
        this.logTail = logTail;
    }

    public String server() {
        return server;
    }

    /** What happened, in one line, without the log. */
    public String problem() {
        return problem;
    }

    /** The last lines as they were written. */
    public List<String> logTail() {
        return logTail;
    }

    private static String shortened(List<String> lines) {
        return lines.stream()
                .map(line -> "\n  " + line.substring(0, Math.min(line.length(), SHOWN_WIDTH)))
                .collect(Collectors.joining());
    }

    private static List<String> tail(Path log) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try {
            List<String> lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
