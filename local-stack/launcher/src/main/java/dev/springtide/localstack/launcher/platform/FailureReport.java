package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.ServerFailedException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Why a part did not start, short enough to be read: what happened and what its log said last. */
public final class FailureReport {

    private static final int LINES = 6;
    private static final int WIDTH = 240;
    private static final String CAUSE = "Caused by: ";

    private FailureReport() {}

    public static String of(ServerFailedException failure) {
        List<String> lines = new ArrayList<>();
        for (String line : failure.logTail()) {
            String readable = readable(line);
            if (!readable.isBlank()) {
                lines.add("    " + readable.substring(0, Math.min(readable.length(), WIDTH)));
            }
        }
        return failure.problem()
                + System.lineSeparator()
                + String.join(
                        System.lineSeparator(),
                        lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    /** Of a structured log line the message and the innermost cause; any other line as it is. */
    private static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(line);
            String message = json.path("message").asString("").lines().findFirst().orElse("");
            String trace = json.path("error").path("stack_trace").asString("");
            int cause = trace.lastIndexOf(CAUSE);
            return cause < 0
                    ? message
                    : trace.substring(cause + CAUSE.length()).lines().findFirst().orElse(message);
        } catch (JacksonException _) {
            return line;
        }
    }
}
