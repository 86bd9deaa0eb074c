package dev.springtide.localstack.faults;

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
