package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.EmbeddedServer;
import dev.springtide.embedded.ProcessLaunch;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** A process that says over HTTP whether it is ready. */
final class HttpProcess extends EmbeddedServer {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final int PROBE_TIMEOUT_MILLIS = 2_000;

    private final URI health;

    HttpProcess(ProcessLaunch launch, int port, URI health) {
        super(launch, port);
        this.health = health;
    }

    @Override
    protected boolean answers() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
        connection.setConnectTimeout(PROBE_TIMEOUT_MILLIS);
        connection.setReadTimeout(PROBE_TIMEOUT_MILLIS);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    @Override
    protected Duration startPatience() {
        return START_PATIENCE;
    }

    @Override
    protected Duration stopPatience() {
        return STOP_PATIENCE;
    }
}
