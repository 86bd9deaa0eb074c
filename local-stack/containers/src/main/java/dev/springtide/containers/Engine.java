package dev.springtide.containers;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Docker engine behind a socket of this machine. Asked without Testcontainers, which would begin
 * by pulling an image of its own.
 *
 * @param socket where the engine listens, if there is one
 */
record Engine(Path socket) {

    private static final int STATUS_LINE = 64;

    /**
     * The one that {@code DOCKER_HOST} names, or the usual one. One on another machine counts as
     * none: tests look for their servers on 127.0.0.1.
     */
    static Engine of(@Nullable String dockerHost) {
        return new Engine(
                Path.of(
                        dockerHost == null
                                ? "/var/run/docker.sock"
                                : dockerHost.replaceFirst("^unix://", "")));
    }

    boolean answers() {
        return status("/_ping") == 200;
    }

    /** Those of these images that it would have to pull. */
    List<String> missing(List<String> images) {
        return images.stream()
                .filter(image -> status("/images/" + image + "/json") != 200)
                .toList();
    }

    /** The status of a GET; 0 where nobody answers. */
    private int status(String path) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(STATUS_LINE);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {}
            String line =
                    new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            return line.matches("(?s)HTTP/1\\.[01] [0-9]{3} .*")
                    ? Integer.parseInt(line.substring(9, 12))
                    : 0;
        } catch (IOException _) {
            return 0;
        }
    }
}
