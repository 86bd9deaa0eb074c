package dev.springtide.localstack.launcher.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** An instance behind a {@link Balancer}, and what it last said of its readiness. */
final class Backend {

    private static final long POLL_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 1_000;

    private final int port;
    private final URI readiness;
    private volatile boolean ready;

    Backend(int port, URI readiness) {
        this.port = port;
        this.readiness = readiness;
    }

    int port() {
        return port;
    }

    boolean isReady() {
        return ready;
    }

    /** Asks until it is interrupted. */
    void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ready = ask();
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ask() {
        try {
            HttpURLConnection question = (HttpURLConnection) readiness.toURL().openConnection();
            question.setConnectTimeout(PATIENCE_MILLIS);
            question.setReadTimeout(PATIENCE_MILLIS);
            try {
                return question.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                question.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }
}
