package dev.springtide.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers verified tokens so that the signature is checked about once a minute for each instead
 * of at every request. A remembered token is never accepted after its expiry, and a key that the
 * issuer withdraws is still accepted for two minutes at most. Refusals are not remembered. Holds at
 * most twice the capacity.
 */
final class CachingJwtDecoder implements JwtDecoder {

    private static final int CAPACITY = 10_000;
    private static final long GENERATION_MILLIS = 60_000;

    private final JwtDecoder verifying;
    private final Clock clock;
    private volatile Generation generation;

    CachingJwtDecoder(JwtDecoder verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
        this.generation = new Generation(clock.millis(), new ConcurrentHashMap<>(), Map.of());
    }

    private record Generation(long since, Map<String, Jwt> young, Map<String, Jwt> old) {}

    @Override
    public Jwt decode(String token) {
        Generation current = current();
        Jwt known = current.young.get(token);
        if (known == null) {
            known = current.old.get(token);
        }
        if (known != null && expiresAfterNow(known.getExpiresAt())) {
            return known;
        }
        Jwt verified = verifying.decode(token);
        current.young.put(token, verified);
        return verified;
    }

    private boolean expiresAfterNow(@Nullable Instant expiry) {
        return expiry != null && clock.instant().isBefore(expiry);
    }

    /** Old tokens drop out with the generation before the last one. */
    private Generation current() {
        Generation current = generation;
        long age = clock.millis() - current.since;
        if (age < 0 || age >= GENERATION_MILLIS || current.young.size() >= CAPACITY) {
            Map<String, Jwt> old = age >= 2 * GENERATION_MILLIS ? Map.of() : current.young;
            current = new Generation(clock.millis(), new ConcurrentHashMap<>(), old);
            generation = current;
        }
        return current;
    }
}
