package dev.springtide.gateway.quota;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;

/**
 * A token bucket: as many requests as are in it, refilled steadily.
 *
 * @param rate requests a second
 * @param burst requests at most
 */
record Quota(int rate, int burst) {

    private static final String NAME = "\"default\"";

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(rate, Duration.ofSeconds(1))
                .build();
    }

    /** From empty to full. */
    Duration refill() {
        return Duration.ofNanos(TimeUnit.SECONDS.toNanos(burst) / rate);
    }

    /** Tells the client what it may send, and what is left of it. */
    void tell(HttpHeaders headers, ConsumptionProbe probe) {
        headers.set("RateLimit-Policy", NAME + ";q=" + burst + ";w=" + seconds(refill().toNanos()));
        headers.set(
                "RateLimit",
                NAME
                        + ";r="
                        + probe.getRemainingTokens()
                        + ";t="
                        + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(seconds(probe.getNanosToWaitForRefill())));
        }
    }

    /** Rounded up: whoever waits so long does not come too early. */
    private static long seconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
    }
}
