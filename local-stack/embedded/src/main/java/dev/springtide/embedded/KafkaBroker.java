package dev.springtide.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The broker's JVM: formats the data folder on the first start, then is the broker. One JVM instead
 * of two.
 */
final class KafkaBroker {

    private KafkaBroker() {}

    public static void main(String[] args) {
        String properties = args[0];
        Path data = Path.of(args[1]);
        if (!Files.exists(data.resolve("meta.properties"))) {
            int exit =
                    StorageTool.execute(
                            new String[] {
                                "format",
                                "--cluster-id",
                                Uuid.randomUuid().toString(),
                                "--config",
                                properties
                            },
                            System.out);
            if (exit != 0) {
                System.exit(exit);
            }
        }
        Kafka.main(new String[] {properties});
    }
}
