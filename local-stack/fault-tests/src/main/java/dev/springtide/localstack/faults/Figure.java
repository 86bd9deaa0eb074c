package dev.springtide.localstack.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * A measured value and what it is held against.
 *
 * @param bound {@code at most}, {@code at least}, or empty where the value is only told
 */
public record Figure(String name, double value, String bound, double limit) {

    static Figure atMost(String name, double value, double limit) {
        return new Figure(name, value, "at most", limit);
    }

    static Figure atLeast(String name, double value, double limit) {
        return new Figure(name, value, "at least", limit);
    }

    /** In seconds, and says so in its name. */
    static Figure atMost(String name, Duration value, Duration limit) {
        return atMost(name + ", s", seconds(value), seconds(limit));
    }

    /** In seconds, and says so in its name. */
    static Figure told(String name, Duration value) {
        return told(name + ", s", seconds(value));
    }

    static Figure told(String name, double value) {
        return new Figure(name, value, "", 0);
    }

    /** Whether the value keeps its limit. */
    public boolean holds() {
        return switch (bound) {
            case "at most" -> value <= limit;
            case "at least" -> value >= limit;
            default -> true;
        };
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @Override
    public String toString() {
        String text = String.format(Locale.ROOT, "%s %.4g", name, value);
        return bound.isEmpty()
                ? text
                : String.format(
                        Locale.ROOT,
                        "%s (%s %.4g)%s",
                        text,
                        bound,
                        limit,
                        holds() ? "" : " MISSED");
    }
}
