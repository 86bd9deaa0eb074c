package dev.springtide.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts payment tokens with AES-256-GCM, bound to their order: what was encrypted for one order
 * does not decrypt for another. Safe for concurrent use.
 *
 * <p>The nonce is random (96 bits), so a key must be replaced before 2<sup>32</sup> tokens (NIST SP
 * 800-38D, 8.3). Key rotation is not promised: the leading {@code v1.} leaves room for it.
 */
public final class PaymentTokenCipher {

    private static final String FORMAT = "v1.";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param base64Key a 256-bit key in base64
     * @throws IllegalArgumentException when it is not; the message does not contain the key
     */
    public PaymentTokenCipher(String base64Key) {
        this.key = new SecretKeySpec(decodeKey(base64Key), "AES");
    }

    /** The encrypted token; two calls never give the same text. */
    public String encrypt(String token, UUID orderId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, orderId)
                            .doFinal(token.getBytes(StandardCharsets.UTF_8));
            byte[] message = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, message, NONCE_BYTES, sealed.length);
            return FORMAT + Base64.getUrlEncoder().withoutPadding().encodeToString(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /**
     * The token in clear.
     *
     * @throws UndecryptableTokenException when the text was changed, or encrypted with another key
     *     or for another order
     */
    public String decrypt(String encrypted, UUID orderId) {
        if (!encrypted.startsWith(FORMAT)) {
            throw new UndecryptableTokenException(orderId, null);
        }
        try {
            byte[] message = Base64.getUrlDecoder().decode(encrypted.substring(FORMAT.length()));
            if (message.length <= NONCE_BYTES) {
                throw new UndecryptableTokenException(orderId, null);
            }
            byte[] nonce = Arrays.copyOf(message, NONCE_BYTES);
            byte[] clear =
                    cipher(Cipher.DECRYPT_MODE, nonce, orderId)
                            .doFinal(message, NONCE_BYTES, message.length - NONCE_BYTES);
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UndecryptableTokenException(orderId, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID orderId) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(orderId.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] decodeKey(String base64Key) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(base64Key);
        } catch (IllegalArgumentException e) {
            // The cause is left out: it may quote the key.
            throw new IllegalArgumentException("the payment token key is not base64");
        }
        if (decoded.length != KEY_BYTES) {
            throw new IllegalArgumentException("the payment token key must have 256 bits");
        }
        return decoded;
    }
}
