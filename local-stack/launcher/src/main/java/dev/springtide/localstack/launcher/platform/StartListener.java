package dev.springtide.localstack.launcher.platform;

import java.time.Duration;

/** Hears of each part that has become ready; called from several threads. */
@FunctionalInterface
public interface StartListener {

    /**
     * Called once per part.
     *
     * @param took from the start of its process
     */
    void ready(Part part, Duration took);
}
