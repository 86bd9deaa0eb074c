package dev.springtide.payment.application;

import org.jspecify.annotations.Nullable;

/**
 * A call that may have had its effect: a time-out, a reset, a 5xx or an answer nobody understands.
 */
public final class UnclearAnswerException extends RuntimeException {

    public UnclearAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
