package dev.springtide.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far back an audit looks: to the orders of as many of the newest events as its budget of time
 * was enough for. What is busy with orders writes many events in a minute and has little time to
 * look at them again, and it may be busy from one audit to the next.
 */
final class AuditWindow {

    private static final long FIRST = 4_000;
    private static final long FEWEST = 100;
    private static final double MORE = 1.25;

    private final Duration longest;
    private final Duration budget;
    private long events = FIRST;
    private boolean full;

    /**
     * @param longest how far back it looks where that is not too much
     * @param budget how long an audit is to take
     */
    AuditWindow(Duration longest, Duration budget) {
        this.longest = longest;
        this.budget = budget;
    }

    /** So many of the newest events may be of orders that are looked at. */
    long events() {
        return events;
    }

    /**
     * From when on orders are looked at.
     *
     * @param leftOut when the newest event was written that is not one of them, if there is one
     */
    Instant from(Instant now, Optional<Instant> leftOut) {
        Instant bound = now.minus(longest);
        full = leftOut.filter(bound::isBefore).isPresent();
        return full ? leftOut.orElseThrow() : bound;
    }

    /** Tells how long it took to look at the orders from then on. */
    void took(Duration time) {
        if (time.compareTo(budget) > 0) {
            double share = (double) budget.toNanos() / time.toNanos();
            events = Math.max(FEWEST, (long) (events * share));
        } else if (full && time.compareTo(budget.dividedBy(2)) < 0) {
            events = (long) (events * MORE);
        }
    }
}
