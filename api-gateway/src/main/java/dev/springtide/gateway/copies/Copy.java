package dev.springtide.gateway.copies;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/**
 * An answer 200 as the service gave it.
 *
 * @param body never changed by anybody who holds it
 * @param madeAt by the clock of the copies, in nanoseconds
 * @param freshness how long the service allows it to be sent again
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Copy(HttpHeaders headers, byte[] body, long madeAt, Duration freshness) {

    private static final int OVERHEAD = 1_024;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    /** In seconds, rounded up: nobody behind this cache may keep it for longer than was allowed. */
    long age(long now) {
        return Math.ceilDiv(Math.max(0, now - madeAt), NANOS);
    }

    /** What it takes to hold it, about. */
    int weight() {
        return body.length + OVERHEAD;
    }
}
