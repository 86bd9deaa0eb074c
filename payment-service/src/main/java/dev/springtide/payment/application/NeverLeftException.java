package dev.springtide.payment.application;

import org.jspecify.annotations.Nullable;

/** A call that certainly had no effect at the provider. */
public class NeverLeftException extends RuntimeException {

    public NeverLeftException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
