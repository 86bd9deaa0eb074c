package dev.springtide.token;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted payment token cannot be read; it names the order and nothing of the token. Trying
 * again is of no use.
 */
public final class UndecryptableTokenException extends RuntimeException {

    UndecryptableTokenException(UUID orderId, @Nullable Throwable cause) {
        super("the payment token of order " + orderId + " cannot be decrypted", cause);
    }
}
