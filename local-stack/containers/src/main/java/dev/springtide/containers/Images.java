package dev.springtide.containers;

import java.util.ArrayList;
import java.util.List;

/** The images that tests run, the same as in docker-compose.yml. */
final class Images {

    static final String POSTGRES = "postgres:18";
    static final String KAFKA = "apache/kafka:4.2.1";
    static final String REDIS = "redis:8";

    /** Testcontainers' own: removes the containers of a JVM that was killed. */
    private static final String REAPER = "testcontainers/ryuk:0.14.0";

    private Images() {}

    static List<String> servers() {
        return List.of(POSTGRES, KAFKA, REDIS);
    }

    /**
     * All that must be there so that nothing is pulled.
     *
     * @param reaped whether Testcontainers starts its reaper
     */
    static List<String> needed(boolean reaped) {
        List<String> images = new ArrayList<>(servers());
        if (reaped) {
            images.add(REAPER);
        }
        return images;
    }
}
