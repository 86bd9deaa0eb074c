package dev.springtide.localstack.launcher.state;

/** Something the person at the terminal must know or change; the message is all they see. */
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }
}
