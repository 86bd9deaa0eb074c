package dev.springtide.containers;

import dev.springtide.embedded.KafkaServer;
import dev.springtide.embedded.KafkaSettings;
import dev.springtide.embedded.Probes;
import java.nio.file.Path;
import java.util.Locale;

/** A broker and controller with the settings of the embedded one. */
final class ContainerKafka extends ContainerServer implements KafkaServer {

    private static final int PORT = 9092;

    ContainerKafka(Path folder) {
        super("kafka", Images.KAFKA, PORT, folder);
        KafkaSettings settings = KafkaSettings.forTests(folder);
        set("process.roles", "broker,controller");
        set("node.id", "1");
        set("listeners", "PLAINTEXT://:" + PORT + ",CONTROLLER://127.0.0.1:9093");
        set("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port());
        set("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
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
