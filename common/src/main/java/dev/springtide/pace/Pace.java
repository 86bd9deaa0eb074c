package dev.springtide.pace;

import java.time.Duration;

/**
 * How long to rest between two batches of work. A machine with nothing to spare works slowly, and
 * is relieved most by fewer batches: the rest grows with what the last one took.
 *
 * @param interval the least time between the starts of two; 0 for no rest at all
 * @param restPerWork how many times as long as it worked it rests
 * @param longest the longest rest, in intervals
 */
public record Pace(Duration interval, int restPerWork, int longest) {

    /** After a batch that took so long. */
    public Duration rest(Duration took) {
        Duration least = interval.minus(took);
        Duration share = took.multipliedBy(restPerWork);
        Duration most = interval.multipliedBy(longest);
        Duration wanted = least.compareTo(share) > 0 ? least : share;
        return wanted.compareTo(most) < 0 ? wanted : most;
    }
}
