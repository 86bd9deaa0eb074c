package dev.springtide.audit;

import java.time.Duration;

/**
 * How far back an audit looks: as far as its budget of time takes it. What is busy with orders has
 * many of them in a minute and little time to look at them again, so it looks at the newest.
 */
final class AuditWindow {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Duration longest;
    private final Duration budget;
    private Duration current;

    /**
     * @param longest how far back it looks where there is time for it
     * @param budget how long an audit is to take
     */
    AuditWindow(Duration longest, Duration budget) {
        this.longest = longest;
        this.budget = budget;
        this.current = shorter(FIRST, longest);
    }

    Duration current() {
        return current;
    }

    /** Tells how long the last audit took, of all that the window held. */
    void took(Duration time) {
        if (time.compareTo(budget) > 0) {
            double share = (double) budget.toNanos() / time.toNanos();
            Duration less = Duration.ofNanos((long) (current.toNanos() * share));
            current = shorter(longest, less.compareTo(SHORTEST) < 0 ? SHORTEST : less);
        } else if (time.compareTo(budget.dividedBy(2)) < 0) {
            current = shorter(longest, current.multipliedBy(2));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
