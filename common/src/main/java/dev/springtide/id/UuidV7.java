package dev.springtide.id;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Generates RFC 9562 version 7 ids that rise strictly within one instance, also when the clock
 * stands still or goes back: then the last millisecond is kept and a 12-bit counter counts on, and
 * an exhausted counter borrows the next millisecond. Ids of different instances are unique by 62
 * random bits but only roughly ordered. They are no secrets.
 */
public final class UuidV7 {

    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_START_BOUND = 1 << (COUNTER_BITS - 1);
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_MASK = 0x3FFFFFFFFFFFFFFFL;

    private final Clock clock;
    private final RandomGenerator random;

    /** Milliseconds and counter of the last id, guarded by this. */
    private long last;

    public UuidV7(Clock clock) {
        this.clock = clock;
        this.random =
                RandomGeneratorFactory.of("L64X128MixRandom")
                        .create(new SecureRandom().generateSeed(24));
    }

    /** An id greater than every id this instance has given before. */
    public synchronized UUID next() {
        long now = (clock.millis() << COUNTER_BITS) | random.nextInt(COUNTER_START_BOUND);
        last =
                now >>> COUNTER_BITS > last >>> COUNTER_BITS
                        ? now
                        : last + 1; // the carry of the counter moves to the next millisecond
        return compose(last >>> COUNTER_BITS, last & COUNTER_MASK, random.nextLong());
    }

    /** The moment an id carries, in milliseconds. */
    public static Instant timestamp(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException("not a version 7 id");
        }
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The lowest id of a millisecond: the inclusive bound of a range of ids made since then. */
    public static UUID lowest(Instant instant) {
        return compose(instant.toEpochMilli(), 0, 0);
    }

    private static UUID compose(long millis, long counter, long random) {
        return new UUID((millis << 16) | VERSION | counter, VARIANT | (random & RANDOM_MASK));
    }
}
