package dev.springtide.load;

import dev.springtide.load.machine.LocalPlatform;
import dev.springtide.load.machine.Run;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures of a running platform that stay level when nothing leaks. */
record Vitals(LocalPlatform platform) {
    private static final List<String> DATABASES = List.of("orders", "inventory", "payments");
    private static final Map<String, String> METRICS =
            Map.of(
                    "jvm_memory_used_bytes{area=\"heap\"", "heap",
                    "jvm_threads_live_threads", "threads",
                    "hikaricp_connections{", "connections");

    /** What is updated in place and must not bloat: everything but history. */
    private static final String SIZES =
            """
            SELECT relname, pg_total_relation_size(oid)
              FROM pg_class
             WHERE relkind = 'r' AND relname IN ('stock', 'product', 'product_price', 'outbox_cursor', 'scheduled_tasks')
            """;

    Map<String, Double> now() throws IOException, InterruptedException, SQLException {
        Map<String, Double> vitals = new TreeMap<>();
        Map<String, Long> pids = platform.pids();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Map.Entry<String, URI> service : platform.actuators().entrySet()) {
                String name = service.getKey();
                Long pid = pids.get(name);
                if (pid == null) {
                    throw new IOException(name + " does not run");
                }
                collect(pid);
                read(page(http, service.getValue()))
                        .forEach((what, value) -> vitals.put(name + " " + what, value));
            }
        }
        for (String database : DATABASES) {
            database(database, vitals);
        }
        return vitals;
    }

    /** Sums of the metrics that matter in a page of Prometheus' format. */
    static Map<String, Double> read(String page) {
        Map<String, Double> sums = new TreeMap<>();
        page.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line ->
                        METRICS.forEach((prefix, what) -> {
                            if (line.startsWith(prefix)) {
                                sums.merge(what, value(line), Double::sum);
                            }
                        }));
        return sums;
    }

    private static String page(HttpClient http, URI actuator)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(actuator.resolve("prometheus")).build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private void collect(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Run.of(platform.root(), List.of(jcmd, Long.toString(pid), "GC.run"));
    }

    private void database(String name, Map<String, Double> vitals) throws SQLException {
        try (Connection connection = platform.connect(name);
                Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")) {
                row.next();
                vitals.put(name + " connections", row.getDouble(1));
            }
            try (ResultSet row = statement.executeQuery(SIZES)) {
                while (row.next()) {
                    vitals.put(name + "." + row.getString(1) + " bytes", row.getDouble(2));
                }
            }
        }
    }
}
