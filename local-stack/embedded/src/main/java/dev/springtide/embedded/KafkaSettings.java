package dev.springtide.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How a Kafka broker is run.
 *
 * @param folder properties and data
 * @param heap in megabytes
 */
public record KafkaSettings(Path folder, int port, int controllerPort, int heap, Custody custody) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int CLEANER_BUFFER = 8 * 1024 * 1024;

    /** Small, on free ports, gone with this JVM. */
    public static KafkaSettings forTests(Path folder) {
        return new KafkaSettings(
                folder,
                FreePorts.next(),
                FreePorts.next(),
                256,
                Custody.ofThisJvm(folder.resolve("kafka.log")));
    }

    Path data() {
        return folder.toAbsolutePath().resolve("data");
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty(
                "listeners", "PLAINTEXT://" + at(port) + ",CONTROLLER://" + at(controllerPort));
        properties.setProperty("advertised.listeners", "PLAINTEXT://" + at(port));
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("controller.quorum.voters", "1@" + at(controllerPort));
        properties.setProperty("log.dirs", data().toString());
        properties.putAll(tuning());
        return properties;
    }

    /** How it works, wherever it runs; by the names of server.properties. */
    public Map<String, String> tuning() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // A broker that was killed is let in again when the session it left behind has run out.
        properties.put("broker.session.timeout.ms", "4000");
        properties.put("broker.heartbeat.interval.ms", "1000");
        properties.put("num.io.threads", "4");
        properties.put("num.network.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(CLEANER_BUFFER));
        singleNode(properties);
        return properties;
    }

    /** Internal topics with one replica and as few partitions as one node needs. */
    private static void singleNode(Map<String, String> properties) {
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "3");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "3");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static String at(int port) {
        return LOOPBACK + ":" + port;
    }
}
