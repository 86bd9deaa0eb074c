package dev.springtide.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Knows whose a token is. Verifies it once and remembers it until it expires, or until more tokens
 * than the size are known. Only verified tokens are remembered, so a forged one is checked at every
 * try. A key that the issuer withdraws is accepted from here until the tokens it signed expire; the
 * services, which verify for themselves, notice earlier.
 */
public final class VerifiedTokens {

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Verified> known;

    /**
     * @param decoder judges signature, issuer, audience and times
     */
    public VerifiedTokens(ReactiveJwtDecoder decoder, Clock clock, int size) {
        this.decoder = decoder;
        this.clock = clock;
        known =
                Caffeine.newBuilder()
                        .maximumSize(size)
                        .executor(Runnable::run)
                        .expireAfter(
                                Expiry.<String, Verified>creating(
                                        (token, one) -> left(one.expiry())))
                        .build();
    }

    /** The token's subject; fails with the decoder's exception when the token is not good. */
    public Mono<String> verify(String token) {
        Verified before = known.getIfPresent(token);
        if (before != null && clock.instant().isBefore(before.expiry())) {
            return Mono.just(before.subject());
        }
        return decoder.decode(token)
                .doOnNext(jwt -> remember(token, jwt))
                .map(VerifiedTokens::subject);
    }

    private static String subject(Jwt jwt) {
        return Objects.requireNonNullElse(jwt.getSubject(), "");
    }

    private void remember(String token, Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        if (expiry != null && clock.instant().isBefore(expiry)) {
            known.put(token, new Verified(subject(jwt), expiry));
        }
    }

    private Duration left(Instant expiry) {
        Duration left = Duration.between(clock.instant(), expiry);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private record Verified(String subject, Instant expiry) {}
}
