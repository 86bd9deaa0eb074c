package dev.springtide.localstack.launcher.audit;

/** The audit could not look at something; it says nothing about the platform. */
public final class AuditException extends RuntimeException {

    AuditException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
