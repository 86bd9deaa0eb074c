package dev.springtide.containers;

import dev.springtide.embedded.KafkaServer;
import dev.springtide.embedded.KafkaSettings;
import dev.springtide.embedded.Probes;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A broker and controller with the settings of the embedded one.
 *
 * <p>It has a listener of its own for what it sends to itself, the markers that end a transaction
 * among it: the address under which tests reach it means nothing inside the container.
 */
final class ContainerKafka extends ContainerServer implements KafkaServer {

    private static final int PORT = 9092;
    private static final String ITSELF = "BROKER://127.0.0.1:9094";

    ContainerKafka(Path folder) {
        super("kafka", Images.KAFKA, PORT, folder);
        KafkaSettings settings = KafkaSettings.forTests(folder);
        set("process.roles", "broker,controller");
        set("node.id", "1");
        set("listeners", "PLAINTEXT://:" + PORT + "," + ITSELF + ",CONTROLLER://127.0.0.1:9093");
        set("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port() + "," + ITSELF);
        set("inter.broker.listener.name", "BROKER");
        set(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        set("controller.listener.names", "CONTROLLER");
        set("controller.quorum.voters", "1@127.0.0.1:9093");
        set("log.dirs", "/var/lib/kafka/data");
        settings.tuning().forEach(this::set);
        container().withEnv("KAFKA_HEAP_OPTS", "-Xmx" + settings.heap() + "m");
    }

    @Override
    protected boolean answers() throws Exception {
        return Probes.kafka(port());
    }

    /** As the image reads it. */
    private void set(String property, String value) {
        container().withEnv("KAFKA_" + property.toUpperCase(Locale.ROOT).replace('.', '_'), value);
    }
}
