package dev.springtide.load;

/** A limit that a figure is held against. */
public record Bound(String what, String relation, double limit, double actual, boolean held) {
    public static Bound atMost(String what, double limit, double actual) {
        return new Bound(what, "≤", limit, actual, actual <= limit);
    }

    public static Bound atLeast(String what, double limit, double actual) {
        return new Bound(what, "≥", limit, actual, actual >= limit);
    }

    public static Bound exactly(String what, double limit, double actual) {
        return new Bound(what, "=", limit, actual, Math.rint(actual) == Math.rint(limit));
    }

    @Override
    public String toString() {
        return "%s %s: %s %s %s"
                .formatted(held ? "held  " : "BROKEN", what, actual, relation, limit);
    }
}
