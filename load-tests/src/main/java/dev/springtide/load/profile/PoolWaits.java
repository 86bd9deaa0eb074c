package dev.springtide.load.profile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long a service waited for its database connections so far, by its own metrics.
 *
 * @param connections asked for
 * @param millis waited for them, all together
 */
record PoolWaits(double connections, double millis) {
    private static final String COUNT = "hikaricp_connections_acquire_seconds_count{";
    private static final String SUM = "hikaricp_connections_acquire_seconds_sum{";
    private static final double MILLIS = 1_000;
    private static final PoolWaits NONE = new PoolWaits(0, 0);

    /** By the name of the pool; nothing for a service without a database. */
    static Map<String, PoolWaits> of(URI actuator) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest page = HttpRequest.newBuilder(actuator.resolve("prometheus")).build();
            return of(client.send(page, BodyHandlers.ofLines()).body());
        }
    }

    static Map<String, PoolWaits> of(Stream<String> page) {
        Map<String, PoolWaits> waits = new TreeMap<>();
        page.filter(line -> line.startsWith(COUNT) || line.startsWith(SUM))
                .forEach(line -> {
                    double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
                    PoolWaits part =
                            line.startsWith(COUNT)
                                    ? new PoolWaits(value, 0)
                                    : new PoolWaits(0, value * MILLIS);
                    waits.merge(
                            line.replaceAll(".*pool=\"([^\"]*)\".*", "$1"), part, PoolWaits::plus);
                });
        return waits;
    }

    PoolWaits since(Map<String, PoolWaits> before, String pool) {
        PoolWaits earlier = before.getOrDefault(pool, NONE);
        return new PoolWaits(connections - earlier.connections, millis - earlier.millis);
    }

    private PoolWaits plus(PoolWaits other) {
        return new PoolWaits(connections + other.connections, millis + other.millis);
    }
}
