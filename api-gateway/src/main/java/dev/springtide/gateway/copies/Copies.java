package dev.springtide.gateway.copies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** What this instance holds, by path and query. */
final class Copies {

    private final Ticker ticker;
    private final Cache<String, Copy> held;

    /**
     * @param bytes of all copies together, about
     */
    Copies(long bytes, Ticker ticker) {
        this.ticker = ticker;
        held =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .<String, Copy>weigher((key, copy) -> key.length() + copy.weight())
                        .ticker(ticker)
                        .executor(Runnable::run)
                        .expireAfter(Expiry.<String, Copy>writing((key, copy) -> copy.freshness()))
                        .build();
    }

    Optional<Copy> find(String key) {
        return Optional.ofNullable(held.getIfPresent(key));
    }

    /**
     * @param askedAt when the request was sent on: a copy is no younger than that
     */
    void keep(String key, HttpHeaders headers, byte[] body, long askedAt) {
        Duration left = Freshness.of(headers).minusNanos(now() - askedAt);
        if (left.isPositive()) {
            held.put(key, new Copy(headers, body, askedAt, left));
        }
    }

    long now() {
        return ticker.read();
    }
}
