package dev.springtide.load;

import dev.springtide.load.machine.LocalPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the database does alone: the rows of an order, in three durable transactions, by pgbench.
 *
 * @param ordersPerSecond of one measurement
 * @param pgbench its version, as it tells it
 */
record Baseline(double ordersPerSecond, int clients, int seconds, String pgbench) {
    static final int CLIENTS = 16;
    private static final int SECONDS = 30;
    private static final String DATABASE = "springtide_baseline";
    private static final Pattern TPS = Pattern.compile("^tps = ([0-9.]+).*");
    private static final List<String> MIGRATIONS =
            List.of(
                    "common/src/main/resources/db/common",
                    "order-service/src/main/resources/db/migration",
                    "inventory-service/src/main/resources/db/migration",
                    "payment-service/src/main/resources/db/migration");

    /** Measures on the database server of the platform that runs; prints the figure. */
    public static void main(String[] line) throws IOException, InterruptedException, SQLException {
        Arguments arguments =
                Arguments.of(List.of(line), Set.of(), Set.of("--clients", "--seconds"));
        Optional<LocalPlatform> platform = LocalPlatform.running(Path.of("").toAbsolutePath());
        if (platform.isEmpty()) {
            System.err.println("Nothing runs here; start it with ./run");
            System.exit(2);
        }
        Optional<Baseline> baseline =
                measure(
                        platform.orElseThrow(),
                        (int) arguments.number("--clients", CLIENTS),
                        (int) arguments.number("--seconds", SECONDS));
        baseline.ifPresent(System.out::println);
        System.exit(baseline.isPresent() ? 0 : 1);
    }

    /** Empty where there is no pgbench, which is said. Leaves nothing behind. */
    static Optional<Baseline> measure(LocalPlatform platform, int clients, int seconds)
            throws IOException, InterruptedException, SQLException {
        String version = version();
        if (version.isEmpty()) {
            System.err.println(
                    "No pgbench on the PATH, so no baseline: it comes with the server's packages"
                            + " (Debian: apt-get install postgresql)");
            return Optional.empty();
        }
        try (Connection server = platform.connect("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE);
            try {
                makeTables(platform);
                return Optional.of(
                        new Baseline(bench(platform, clients, seconds), clients, seconds, version));
            } finally {
                statement.execute("DROP DATABASE " + DATABASE + " WITH (FORCE)");
            }
        }
    }

    /** The figure in pgbench's output. */
    static double tps(List<String> output) {
        return output.stream()
                .map(TPS::matcher)
                .filter(Matcher::matches)
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("pgbench told no tps: " + output));
    }

    @Override
    public String toString() {
        return "%.1f orders/s (three durable transactions each, %d clients, %d s, %s)"
                .formatted(ordersPerSecond, clients, seconds, pgbench);
    }

    private static void makeTables(LocalPlatform platform) throws IOException, SQLException {
        List<Path> scripts = new ArrayList<>();
        for (String folder : MIGRATIONS) {
            try (Stream<Path> files = Files.list(platform.root().resolve(folder))) {
                files.sorted().forEach(scripts::add);
            }
        }
        scripts.add(platform.root().resolve("load-tests/baseline-data.sql"));
        try (Connection database = platform.connect(DATABASE);
                Statement statement = database.createStatement()) {
            for (Path script : scripts) {
                statement.execute(Files.readString(script));
            }
        }
    }

    private static double bench(LocalPlatform platform, int clients, int seconds)
            throws IOException, InterruptedException {
        ProcessBuilder pgbench =
                new ProcessBuilder(
                        "pgbench",
                        "--host=127.0.0.1",
                        "--port=" + platform.postgresPort(),
                        "--username=postgres",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=1",
                        "--time=" + seconds,
                        "--define=now=" + System.currentTimeMillis(),
                        "--define=clients=" + clients,
                        "--define=n=0",
                        "--file=" + platform.root().resolve("load-tests/baseline-order.pgbench"),
                        DATABASE);
        pgbench.environment().put("PGPASSWORD", platform.postgresPassword());
        Process process = pgbench.redirectErrorStream(true).start();
        List<String> output = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed: " + String.join("\n", output));
        }
        return tps(output);
    }

    private static String version() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("pgbench", "--version").start();
            String version = String.join("", process.inputReader().lines().toList());
            return process.waitFor() == 0 ? version : "";
        } catch (IOException none) {
            return "";
        }
    }
}
