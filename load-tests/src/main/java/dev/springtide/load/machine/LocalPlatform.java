package dev.springtide.load.machine;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The platform that {@code ./run} started from this repository, as its state folder tells.
 *
 * @param portOffset what is added to the documented ports
 */
public record LocalPlatform(Path root, Path data, int portOffset) {
    private static final int GATEWAY = 8080;
    private static final int ISSUER = 8090;
    private static final int POSTGRES = 15_432;
    private static final Map<String, Integer> ACTUATORS =
            Map.of(
                    "order-service", 8081,
                    "inventory-service", 8082,
                    "payment-service", 8083,
                    "api-gateway", 9080);

    /** The services' names, which are those of their files. */
    public static Set<String> services() {
        return ACTUATORS.keySet();
    }

    /** The one that runs; empty where no launcher is alive. */
    public static Optional<LocalPlatform> running(Path root) {
        Path state = root.resolve(".springtide");
        if (pid(state.resolve("launcher.pid")).isEmpty()) {
            return Optional.empty();
        }
        Properties run = properties(state.resolve("run.properties"));
        return Optional.of(
                new LocalPlatform(
                        root,
                        Path.of(run.getProperty("data", state.resolve("data").toString())),
                        Integer.parseInt(run.getProperty("port-offset", "0"))));
    }

    public URI gateway() {
        return loopback(GATEWAY);
    }

    public URI issuer() {
        return loopback(ISSUER).resolve("/issuer");
    }

    public int postgresPort() {
        return POSTGRES + portOffset;
    }

    public String postgresPassword() {
        return properties(data.resolve("secrets.properties")).getProperty("postgres.password", "");
    }

    /** Opens a connection with every right. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/" + database,
                "postgres",
                postgresPassword());
    }

    /** Where each service answers its actuator. */
    public Map<String, URI> actuators() {
        Map<String, URI> uris = new TreeMap<>();
        ACTUATORS.forEach(
                (service, port) -> uris.put(service, loopback(port).resolve("/actuator/")));
        return uris;
    }

    /** The process of each running part, by the name of its file. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new TreeMap<>();
        try (Stream<Path> files = Files.list(root.resolve(".springtide/pids"))) {
            files.forEach(file ->
                    pid(file)
                            .ifPresent(pid ->
                                    pids.put(
                                            file.getFileName().toString().replace(".pid", ""),
                                            pid)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        pid(root.resolve(".springtide/launcher.pid")).ifPresent(pid -> pids.put("launcher", pid));
        return pids;
    }

    private URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + (port + portOffset));
    }

    /** A file of a process that has ended tells nothing, even when another has its id by now. */
    private static Optional<Long> pid(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            long pid = Long.parseLong(words[0]);
            long started = Long.parseLong(words[1]);
            return ProcessTable.row(pid).filter(row -> row.started() == started).map(row -> pid);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
