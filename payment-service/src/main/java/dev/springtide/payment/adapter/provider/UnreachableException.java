package dev.springtide.payment.adapter.provider;

import dev.springtide.payment.application.NeverLeftException;

/**
 * No connection came about: not one byte of the call left. The only failure worth an instant retry.
 */
public final class UnreachableException extends NeverLeftException {

    UnreachableException(Throwable cause) {
        super("the provider cannot be reached: " + cause.getClass().getSimpleName(), cause);
    }
}
