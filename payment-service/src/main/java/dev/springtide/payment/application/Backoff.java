package dev.springtide.payment.application;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again: doubling from the first wait to the longest, each spread evenly over its
 * second half so that doubts of one moment do not come back in one.
 */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

    Duration after(int attempts) {
        int doublings = Math.clamp(attempts - 1L, 0, 30);
        long full = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
