package dev.springtide.embedded;

import java.nio.file.Path;

/** A process for each server, from the binaries that come as Maven artifacts. */
final class Processes implements ServerSource {

    @Override
    public EmbeddedPostgres postgres(Path folder) {
        return started(new EmbeddedPostgres(PostgresSettings.forTests(folder)));
    }

    @Override
    public EmbeddedKafka kafka(Path folder) {
        return started(new EmbeddedKafka(KafkaSettings.forTests(folder)));
    }

    @Override
    public EmbeddedRedis redis(Path folder) {
        return started(EmbeddedRedis.forTests(folder));
    }

    private static <S extends EmbeddedServer> S started(S server) {
        server.start();
        return server;
    }
}
