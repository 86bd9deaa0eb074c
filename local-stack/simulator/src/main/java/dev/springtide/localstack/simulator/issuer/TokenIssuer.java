package dev.springtide.localstack.simulator.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Signs RS256 tokens with a 2048-bit key made when the process starts. For development only:
 * whoever can reach it gets any role.
 */
public final class TokenIssuer {

    public static final String AUDIENCE = "springtide";

    private final String issuer;
    private final RSAKey key;
    private final RSASSASigner signer;

    /**
     * @param issuer the `iss` of the tokens
     */
    public TokenIssuer(String issuer) {
        this.issuer = issuer;
        try {
            key =
                    new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyID(UUID.randomUUID().toString())
                            .generate();
            signer = new RSASSASigner(key);
        } catch (JOSEException unsupported) {
            throw new IllegalStateException("this JVM cannot make RSA keys", unsupported);
        }
    }

    public String issuer() {
        return issuer;
    }

    /** The public half, as clients may see it. */
    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    JWKSet jwks() {
        return new JWKSet(publicKey());
    }

    public String token(String subject, String role) {
        return token(subject, role, Duration.ofHours(8));
    }

    public String token(String subject, String role, Duration validity) {
        return sign(claims(subject, role, validity).build());
    }

    /** The claims of a good token, for those who want to spoil one of them. */
    public JWTClaimsSet.Builder claims(String subject, String role, Duration validity) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(validity)))
                .claim("roles", List.of(role));
    }

    public String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the issuer's own key does not sign", impossible);
        }
        return token.serialize();
    }
}
