package dev.springtide.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Redis server used as a cache: bounded memory, evicting, nothing on disk. */
public final class EmbeddedRedis implements EmbeddedServer {

    private static final String BINARY = "redis-server-6.2.6-v5-linux-amd64";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PROBE_TIMEOUT_MILLIS = 500;

    private final int port;
    private final ServerProcess process;

    public EmbeddedRedis(int port, Path log, boolean diesWithParent) {
        this.port = port;
        this.process =
                new ServerProcess(
                        new ProcessLaunch(
                                name(),
                                command(port),
                                Map.of(),
                                Path.of("").toAbsolutePath(),
                                log,
                                diesWithParent));
    }

    /** On a free port, gone with this JVM. */
    public static EmbeddedRedis forTests(Path folder) {
        return new EmbeddedRedis(FreePorts.next(), folder.resolve("redis.log"), true);
    }

    @Override
    public void start() {
        process.start();
        process.awaitReady(PATIENCE, this::answers);
    }

    @Override
    public void stop() {
        process.stop(Signal.TERM, Duration.ofSeconds(5));
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public Path log() {
        return process.launch().log();
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PROBE_TIMEOUT_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        }
    }

    private static List<String> command(int port) {
        Path program = BinaryCache.unpacked(BINARY, EmbeddedRedis::unpack).resolve("redis-server");
        return List.of(
                program.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "128mb",
                "--maxmemory-policy",
                "allkeys-lru");
    }

    private static void unpack(InputStream binary, Path folder) throws IOException {
        Path program = folder.resolve("redis-server");
        Files.copy(binary, program);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
