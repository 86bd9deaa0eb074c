package dev.springtide.localstack.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.Locale;

/**
 * A measured value and what it is held against.
 *
 * @param bound {@code at most}, {@code at least}, or empty where the value is only told
 * @param pace whether a second in which the machine's disk stands still can explain a miss
 */
public record Figure(
        String name, double value, String bound, double limit, @JsonIgnore boolean pace) {

    /** One that no stall explains, and as documents have it: they tell of the bounds alone. */
    @JsonCreator
    Figure(String name, double value, String bound, double limit) {
        this(name, value, bound, limit, false);
    }

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

    /**
     * The same as one of seconds, or of answers that are late or 503 while nothing can be written;
     * never of what is lost, doubled or wrong.
     */
    Figure ofPace() {
        return new Figure(name, value, bound, limit, true);
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
