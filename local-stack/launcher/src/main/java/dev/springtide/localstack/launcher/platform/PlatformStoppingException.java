package dev.springtide.localstack.launcher.platform;

/** A part was to be started while the platform is being stopped. */
public final class PlatformStoppingException extends RuntimeException {

    PlatformStoppingException() {
        super("the platform is being stopped");
    }
}
