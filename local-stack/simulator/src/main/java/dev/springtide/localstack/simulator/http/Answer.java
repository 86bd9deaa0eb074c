package dev.springtide.localstack.simulator.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route answers.
 *
 * @param status the HTTP status, or 0 for an answer that never comes
 * @param body written as JSON; null for no body
 */
public record Answer(int status, @Nullable Object body) {

    /** The request is accepted and never answered: the connection hangs until somebody gives up. */
    public static final Answer NEVER = new Answer(0, null);

    public static Answer ok(Object body) {
        return new Answer(200, body);
    }

    public static Answer error(int status, String code) {
        return new Answer(status, Map.of("error", code));
    }
}
