package dev.springtide.order.support;

import dev.springtide.embedded.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a service and its database and can lose the database's answer to a COMMIT of
 * intake: the transaction is durable, and the service does not get to know.
 */
public final class DatabaseProxy implements AutoCloseable {

    /** What happens to the next answer to a COMMIT. */
    public enum Loss {
        /** The connection stays open and silent. */
        SWALLOWED,
        /** The connection is closed. */
        CUT
    }

    private static final String INTAKE = "order-service-intake";
    private static final String COMMIT_ANSWER = "COMMIT\0";

    private final ServerSocket server;
    private final URI database;
    private final Database original;
    private final AtomicReference<@Nullable Loss> armed = new AtomicReference<>();
    private volatile CountDownLatch lost = new CountDownLatch(1);

    public DatabaseProxy(Database original) {
        this.original = original;
        this.database = URI.create(original.url().substring("jdbc:".length()));
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The database as the service sees it. */
    public Database database() {
        String url = "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + database.getPath();
        return new Database(url, original.username(), original.password());
    }

    /** Loses the next answer to a COMMIT on a connection of intake. */
    public void loseNextCommit(Loss loss) {
        lost = new CountDownLatch(1);
        armed.set(loss);
    }

    /** Returns once an answer was lost. */
    public void awaitLoss() throws InterruptedException {
        lost.await();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket target = new Socket(database.getHost(), database.getPort())) {
            Link link = new Link(client, target);
            Thread up = Thread.ofVirtual().start(link::up);
            link.down();
            up.join();
        } catch (IOException | InterruptedException e) {
            // One side has closed the connection: so does the other.
        }
    }

    /** One proxied connection. */
    private final class Link {
        private final Socket client;
        private final Socket target;
        private volatile boolean intake;
        private volatile boolean silent;

        Link(Socket client, Socket target) {
            this.client = client;
            this.target = target;
        }

        void up() {
            try (InputStream from = client.getInputStream();
                    OutputStream to = target.getOutputStream()) {
                byte[] buffer = new byte[65_536];
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                    intake |= text(buffer, n).contains(INTAKE);
                    to.write(buffer, 0, n);
                }
            } catch (IOException e) {
                // The link is over.
            }
        }

        void down() throws IOException {
            try (InputStream from = target.getInputStream();
                    OutputStream to = client.getOutputStream()) {
                byte[] buffer = new byte[65_536];
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                    if (intake && text(buffer, n).contains(COMMIT_ANSWER)) {
                        Loss loss = armed.getAndSet(null);
                        if (loss != null) {
                            lost.countDown();
                            silent = true;
                        }
                        if (loss == Loss.CUT) {
                            return;
                        }
                    }
                    if (!silent) {
                        to.write(buffer, 0, n);
                    }
                }
            }
        }

        private static String text(byte[] buffer, int length) {
            return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
        }
    }
}
