package dev.springtide.containers;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** Answers a ping, and knows some images. */
final class FakeEngine implements AutoCloseable {

    private final ServerSocketChannel server;
    private final Set<String> images;

    FakeEngine(Path socket, Set<String> images) throws IOException {
        this.images = images;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::serve);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel one = server.accept()) {
                ByteBuffer request = ByteBuffer.allocate(256);
                one.read(request);
                String path =
                        new String(request.array(), StandardCharsets.US_ASCII).split(" ", 3)[1];
                String status = knows(path) ? "200 OK" : "404 Not Found";
                String answer = "HTTP/1.0 " + status + "\r\nContent-Length: 0\r\n\r\n";
                one.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException _) {
                return;
            }
        }
    }

    private boolean knows(String path) {
        return path.equals("/_ping") || images.contains(path.replaceAll("^/images/|/json$", ""));
    }
}
