package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A server did not start or did not answer; carries the end of its log. */
public final class ServerFailedException extends RuntimeException {

    private static final int TAIL_LINES = 15;

    private final String server;
    private final List<String> logTail;

    public ServerFailedException(String server, String what, Path log) {
        this(server, what, tail(log));
    }

    private ServerFailedException(String server, String what, List<String> logTail) {
        super(
                server
                        + " "
                        + what
                        + (logTail.isEmpty() ? "" : "\n  " + String.join("\n  ", logTail)));
        this.server = server;
        this.logTail = logTail;
    }

    public String server() {
        return server;
    }

    public List<String> logTail() {
        return logTail;
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
