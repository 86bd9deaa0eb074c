package dev.springtide.order.application.saga;

/** The idempotency key stands for another request. */
public final class KeyReusedException extends RuntimeException {

    public KeyReusedException() {
        super("the key was used for another request");
    }
}
