package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Kafka broker and controller (KRaft) in a JVM of its own, on a data folder that outlives it. */
public final class EmbeddedKafka extends EmbeddedServer implements KafkaServer {

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

    @Override
    protected boolean answers() throws Exception {
        return Probes.kafka(settings.port());
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
                "-XX:+UseTransparentHugePages",
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
