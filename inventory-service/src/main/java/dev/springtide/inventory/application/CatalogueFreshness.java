package dev.springtide.inventory.application;

import java.time.Duration;

/**
 * How old a catalogue answer may be. A copy passes from the database through Redis and an instance
 * to an HTTP cache, so the times add up.
 *
 * @param shared how long Redis keeps a copy, and an instance one it took from the database itself
 * @param local how long an instance keeps a copy it took from Redis
 * @param http the {@code max-age} told to clients
 */
public record CatalogueFreshness(Duration shared, Duration local, Duration http) {

    /** The promise of the REST contract. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    public CatalogueFreshness {
        if (shared.plus(local).plus(http).compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException("a catalogue answer would be older than " + LIMIT);
        }
        if (shared.toMillis() < 1 || local.toMillis() < 1 || http.isNegative()) {
            throw new IllegalArgumentException("a catalogue answer must be kept for a while");
        }
    }
}
