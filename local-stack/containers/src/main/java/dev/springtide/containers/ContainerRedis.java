package dev.springtide.containers;

import dev.springtide.embedded.EmbeddedRedis;
import dev.springtide.embedded.Probes;
import dev.springtide.embedded.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Redis with the settings of the embedded one. */
final class ContainerRedis extends ContainerServer implements RedisServer {

    private static final int PORT = 6379;

    ContainerRedis(Path folder) {
        super("redis", Images.REDIS, PORT, folder);
        List<String> command = new ArrayList<>(List.of("redis-server"));
        command.addAll(EmbeddedRedis.TUNING);
        container().withCommand(command.toArray(String[]::new));
    }

    @Override
    protected boolean answers() throws IOException {
        return Probes.redis(port());
    }
}
