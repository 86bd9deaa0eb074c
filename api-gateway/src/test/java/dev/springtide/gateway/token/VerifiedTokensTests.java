package dev.springtide.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

class VerifiedTokensTests {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final Map<String, Integer> verifications = new HashMap<>();
    private Instant now = START;

    @Test
    void verifiesAGoodTokenOnce() {
        VerifiedTokens tokens = tokens(100);
        for (int i = 0; i < 5; i++) {
            assertThat(tokens.verify("good").block()).isEqualTo("alice");
        }

        assertThat(verifications).containsEntry("good", 1);
    }

    @Test
    void verifiesAgainAfterTheExpiry() {
        VerifiedTokens tokens = tokens(100);
        tokens.verify("good").block();
        now = START.plusSeconds(299);
        tokens.verify("good").block();
        assertThat(verifications).containsEntry("good", 1);

        now = START.plusSeconds(300);
        assertThatThrownBy(() -> tokens.verify("good").block()).isInstanceOf(BadJwtException.class);
        assertThat(verifications).containsEntry("good", 2);
    }

    @Test
    void remembersNoBadToken() {
        VerifiedTokens tokens = tokens(100);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.verify("bad").block())
                    .isInstanceOf(BadJwtException.class);
        }

        assertThat(verifications).containsEntry("bad", 2);
    }

    @Test
    void verifiesEveryTimeWithoutRoom() {
        VerifiedTokens tokens = tokens(0);
        for (int i = 0; i < 50; i++) {
            tokens.verify("good").block();
        }

        assertThat(verifications.get("good")).isGreaterThan(1);
    }

    private VerifiedTokens tokens(int size) {
        return new VerifiedTokens(token -> Mono.fromSupplier(() -> decode(token)), clock(), size);
    }

    private Jwt decode(String token) {
        verifications.merge(token, 1, Integer::sum);
        Instant expiry = START.plusSeconds(300);
        if (token.equals("bad") || !now.isBefore(expiry)) {
            throw new BadJwtException("no");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("alice")
                .expiresAt(expiry)
                .build();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
