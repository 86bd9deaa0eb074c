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
public final class EmbeddedKafka extends EmbeddedServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KafkaSettings settings;

    public EmbeddedKafka(KafkaSettings settings) {
        super(ProcessLaunch.of("Kafka", command(settings), settings.custody()), settings.port());
        this.settings = settings;
    }

    @Override
    protected void prepare() {
        Path file = propertiesFile(settings);
        Folders.createFor(file);
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.properties().store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Duration startPatience() {
        return PATIENCE;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    /**
     * The port may be open long before the broker takes part in its cluster; this asks for the
     * latter.
     */
    @Override
    protected boolean answers() throws Exception {
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

    private static Path propertiesFile(KafkaSettings settings) {
        return settings.folder().toAbsolutePath().resolve("server.properties");
    }

    private static List<String> command(KafkaSettings settings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap() + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=" + (settings.custody().diesWithParent() ? 1 : 4),
                "-Dlogback.configurationFile=dev/springtide/embedded/kafka-logback.xml",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaBroker.class.getName(),
                propertiesFile(settings).toString(),
                settings.data().toString());
    }
}
