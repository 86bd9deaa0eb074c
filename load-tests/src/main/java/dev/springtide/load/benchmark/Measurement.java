package dev.springtide.load.benchmark;

import dev.springtide.localstack.launcher.platform.Platform;

/** What is measured, and how: its components are the settings in the document. */
interface Measurement {

    /** Starts what it needs of a platform of which nothing runs yet. */
    @SuppressWarnings("java:S112")
    Findings on(Platform platform) throws Exception;
}
