package dev.springtide.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.springtide.embedded.CpuCost;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;

/**
 * What the check of a token costs the gateway: one that it sees for the first time, and one that it
 * knows. Run by {@code load-tests/token-cost}.
 */
public final class TokenCost {

    private static final int BITS = 2048;
    private static final int TOKENS = 2_000;
    private static final int TIMES = 20_000;
    private static final int PASSES = 5;

    private TokenCost() {}

    /** Prints the last pass; those before it warm up. */
    public static void main(String[] arguments) throws GeneralSecurityException, JOSEException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair keys = generator.generateKeyPair();
        List<String> signed = signed(keys);
        double seen = 0;
        double known = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            VerifiedTokens tokens = tokens(keys);
            seen = CpuCost.microseconds(TOKENS, n -> check(tokens, signed.get(n), n));
            known = CpuCost.microseconds(TIMES, n -> check(tokens, signed.get(n % TOKENS), n));
        }
        System.out.printf("a token seen for the first time: %.1f µs%n", seen);
        System.out.printf("a token that is known: %.2f µs%n", known);
    }

    private static VerifiedTokens tokens(KeyPair keys) {
        return new VerifiedTokens(
                NimbusReactiveJwtDecoder.withPublicKey((RSAPublicKey) keys.getPublic()).build(),
                Clock.systemUTC(),
                TOKENS);
    }

    private static void check(VerifiedTokens tokens, String token, int number) {
        if (!("customer-" + number % TOKENS).equals(tokens.verify(token).block())) {
            throw new IllegalStateException("not whose token it is: " + number);
        }
    }

    private static List<String> signed(KeyPair keys) throws JOSEException {
        RSASSASigner signer = new RSASSASigner(keys.getPrivate());
        Date expiry = Date.from(Instant.now().plus(Duration.ofHours(1)));
        List<String> tokens = new ArrayList<>();
        for (int n = 0; n < TOKENS; n++) {
            JWTClaimsSet claims =
                    new JWTClaimsSet.Builder()
                            .issuer("https://issuer.example")
                            .audience("springtide")
                            .subject("customer-" + n)
                            .expirationTime(expiry)
                            .build();
            SignedJWT token =
                    new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), claims);
            token.sign(signer);
            tokens.add(token.serialize());
        }
        return tokens;
    }
}
