package dev.springtide.localstack.simulator.http;

/** The caller's mistake: answered with 400 and the message. */
public final class BadRequestException extends RuntimeException {

    public BadRequestException(String message) {
        super(message);
    }
}
