package dev.springtide.localstack.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** One connection through a wire: two sockets and a thread for each direction. */
final class WireLink {

    private static final int PIECE = 16 * 1024;

    private final Wire wire;
    private final Socket client;
    private final Socket server;
    private final Predicate<String> watch;

    WireLink(Wire wire, Socket client, Socket server, Predicate<String> watch) {
        this.wire = wire;
        this.client = client;
        this.server = server;
        this.watch = watch;
    }

    void open() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> pump(client, server, true));
        Thread.ofVirtual().start(() -> pump(server, client, false));
    }

    /** The client meets a reset, the server an end: what has reached it is not taken back. */
    void cut() {
        reset(client);
        close(server);
        wire.forget(this);
    }

    /** The other side meets "connection reset" instead of an end. */
    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // Closed already.
        }
        close(socket);
    }

    private void pump(Socket from, Socket to, boolean upwards) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                wire.hold();
                boolean last = upwards && wire.isLast(watch.test(text(piece, length)));
                if (last) {
                    // First, or the answer might be faster.
                    reset(client);
                }
                out.write(piece, 0, length);
                if (last) {
                    server.shutdownOutput();
                    return;
                }
            }
        } catch (IOException _) {
            // Either end has left or was cut off.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        close(client);
        close(server);
        wire.forget(this);
    }

    private static String text(byte[] piece, int length) {
        return new String(piece, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone, which is what was wanted.
        }
    }
}
