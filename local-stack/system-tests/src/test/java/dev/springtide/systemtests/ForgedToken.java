package dev.springtide.systemtests;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that look right and are not. */
final class ForgedToken {
    /** Made once: a key of this size takes a second. */
    private static final PrivateKey STRANGERS_KEY = freshKey();

    private ForgedToken() {}

    /** Right claims, signed with a key that the issuer does not know. */
    static String signedByAStranger() {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(STRANGERS_KEY);
            String unsigned = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims());
            signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Right claims and no signature, as {@code alg} none allows. */
    static String unsigned() {
        return part("{\"alg\":\"none\"}") + "." + part(claims()) + ".";
    }

    /** A right token whose bearer made an operator of themselves. */
    static String withAnotherRole(String good) {
        String[] parts = good.split("\\.", 3);
        String raised =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("customer", "operator");
        return parts[0] + "." + part(raised) + "." + parts[2];
    }

    /** HS256 with the issuer's public key set as the shared secret. */
    static String signedWithThePublicKey(String jwks) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(jwks.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String unsigned = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims());
            return unsigned
                    + "."
                    + base64(mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey freshKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            return keys.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String claims() {
        long now = Instant.now().getEpochSecond();
        return "{\"iss\":\"%s\",\"sub\":\"mallory\",\"aud\":\"springtide\",\"iat\":%d,\"exp\":%d,\"roles\":[\"operator\",\"customer\"]}"
                .formatted(RunningPlatform.get().issuer(), now, now + 600);
    }

    private static String part(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
