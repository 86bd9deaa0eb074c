package dev.springtide.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Redis server used as a cache: bounded memory, evicting, nothing on disk. */
public final class EmbeddedRedis extends EmbeddedServer implements RedisServer {

    /** Bounded memory, evicting, nothing on disk. */
    public static final List<String> TUNING =
            List.of(
                    "--save",
                    "",
                    "--appendonly",
                    "no",
                    "--maxmemory",
                    "128mb",
                    "--maxmemory-policy",
                    "allkeys-lru");

    private static final String BINARY = "redis-server-6.2.6-v5-linux-amd64";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    public EmbeddedRedis(int port, Custody custody) {
        super(ProcessLaunch.of("Redis", command(port), custody), port);
    }

    /** On a free port, gone with this JVM. */
    public static EmbeddedRedis forTests(Path folder) {
        return new EmbeddedRedis(FreePorts.next(), Custody.ofThisJvm(folder.resolve("redis.log")));
    }

    @Override
    protected Duration startPatience() {
        return PATIENCE;
    }

    @Override
    protected Duration stopPatience() {
        return STOP_PATIENCE;
    }

    @Override
    protected boolean answers() throws IOException {
        return Probes.redis(port());
    }

    private static List<String> command(int port) {
        Path program = BinaryCache.unpacked(BINARY, EmbeddedRedis::unpack).resolve("redis-server");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of("--bind", "127.0.0.1", "--port", Integer.toString(port)));
        command.addAll(TUNING);
        return command;
    }

    private static void unpack(InputStream binary, Path folder) throws IOException {
        Path program = folder.resolve("redis-server");
        Files.copy(binary, program);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
