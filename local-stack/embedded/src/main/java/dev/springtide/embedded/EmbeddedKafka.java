package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker and controller (KRaft) in a JVM of its own, on a data folder that outlives it. */
public final class EmbeddedKafka implements EmbeddedServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final KafkaSettings settings;
    private final ServerProcess process;

    public EmbeddedKafka(KafkaSettings settings) {
        this.settings = settings;
        this.process =
                new ServerProcess(
                        new ProcessLaunch(
                                name(),
                                command(),
                                Map.of(),
                                Path.of("").toAbsolutePath(),
                                log(),
                                settings.diesWithParent()));
    }

    @Override
    public void start() {
        writeProperties();
        process.start();
        process.awaitReady(PATIENCE, this::answers);
    }

    /** A controlled shutdown: the log is closed cleanly and needs no recovery. */
    @Override
    public void stop() {
        process.stop(Signal.TERM, STOP_PATIENCE);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public Path log() {
        return settings.log();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    /**
     * The port may be open long before the broker takes part in its cluster; this asks for the
     * latter.
     */
    private boolean answers() throws Exception {
        if (FreePorts.isFree(settings.port())) {
            return false;
        }
        Map<String, Object> configuration =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        try (Admin admin = Admin.create(configuration)) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        }
    }

    private void writeProperties() {
        Path file = propertiesFile();
        Folders.createFor(file);
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.properties().store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path propertiesFile() {
        return settings.folder().toAbsolutePath().resolve("server.properties");
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=" + (settings.diesWithParent() ? 1 : 4),
                "-Dlogback.configurationFile=dev/springtide/embedded/kafka-logback.xml",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaBroker.class.getName(),
                propertiesFile().toString(),
                settings.data().toString());
    }
}
