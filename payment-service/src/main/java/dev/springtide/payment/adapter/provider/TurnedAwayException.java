package dev.springtide.payment.adapter.provider;

import dev.springtide.payment.application.NeverLeftException;

/** The provider refused to look at the call: a wrong API key, or too many calls. */
public final class TurnedAwayException extends NeverLeftException {

    TurnedAwayException(int status) {
        super("the provider turned the call away with " + status, null);
    }
}
