package dev.springtide.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies a token once and remembers it until it expires, or until more tokens than the size are
 * known. Only verified tokens are remembered, so a forged one is checked at every try. A key that
 * the issuer withdraws is accepted from here until the tokens it signed expire; the services, which
 * verify for themselves, notice earlier.
 */
public final class VerifiedTokens {

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Instant> expiries;

    /**
     * @param decoder judges signature, issuer, audience and times
     */
    public VerifiedTokens(ReactiveJwtDecoder decoder, Clock clock, int size) {
        this.decoder = decoder;
        this.clock = clock;
        expiries =
                Caffeine.newBuilder()
                        .maximumSize(size)
                        .executor(Runnable::run)
                        .expireAfter(
                                Expiry.<String, Instant>creating((token, expiry) -> left(expiry)))
                        .build();
    }

    /** Completes when the token is good; fails with the decoder's exception when it is not. */
    public Mono<Void> verify(String token) {
        Instant expiry = expiries.getIfPresent(token);
        if (expiry != null && clock.instant().isBefore(expiry)) {
            return Mono.empty();
        }
        return decoder.decode(token).doOnNext(jwt -> remember(token, jwt)).then();
    }

    private void remember(String token, Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        if (expiry != null && clock.instant().isBefore(expiry)) {
            expiries.put(token, expiry);
        }
    }

    private Duration left(Instant expiry) {
        Duration left = Duration.between(clock.instant(), expiry);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
