package dev.springtide.containers;

import dev.springtide.embedded.KafkaServer;
import dev.springtide.embedded.PostgresServer;
import dev.springtide.embedded.RedisServer;
import dev.springtide.embedded.ServerSource;
import java.nio.file.Path;

/** A container for each server, gone with this JVM. */
final class Containers implements ServerSource {

    @Override
    public PostgresServer postgres(Path folder) {
        return started(new ContainerPostgres(folder));
    }

    @Override
    public KafkaServer kafka(Path folder) {
        return started(new ContainerKafka(folder));
    }

    @Override
    public RedisServer redis(Path folder) {
        return started(new ContainerRedis(folder));
    }

    private static <S extends ContainerServer> S started(S server) {
        server.start();
        return server;
    }
}
