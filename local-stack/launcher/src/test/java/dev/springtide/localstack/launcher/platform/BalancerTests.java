package dev.springtide.localstack.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.springtide.embedded.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BalancerTests {

    private final Shop first = new Shop("first");
    private final Shop second = new Shop("second");
    private final Balancer balancer =
            Balancer.open(FreePorts.next(), List.of(first.backend(), second.backend()));

    @BeforeEach
    void bothAreKnownToBeReady() {
        await().until(this::answers, Set.of("first", "second")::equals);
    }

    @AfterEach
    void end() {
        balancer.close();
        first.close();
        second.close();
    }

    @Test
    void givesNewConnectionsToEachInTurn() throws IOException {
        String one = ask();
        assertThat(ask()).isNotEqualTo(one);
        assertThat(ask()).isEqualTo(one);
    }

    @Test
    void passesOverWhatIsNotReady() {
        first.ready = false;
        await().until(this::answers, Set.of("second")::equals);
        first.ready = true;
        await().until(this::answers, Set.of("first", "second")::equals);
    }

    @Test
    void passesOverWhatRefusesConnectionsAtOnce() throws IOException {
        first.close();
        for (int i = 0; i < 4; i++) {
            assertThat(ask()).isEqualTo("second");
        }
    }

    @Test
    void servesFromWhatIsNotReadyWhenNobodyIs() {
        first.ready = false;
        await().until(this::answers, Set.of("second")::equals);
        second.close();
        await().ignoreExceptions().until(this::answers, Set.of("first")::equals);
    }

    @Test
    void keepsAnOpenConnectionWhereItIs() throws IOException {
        try (Socket kept = connect()) {
            String home = askOn(kept);
            (home.equals("first") ? first : second).ready = false;
            await().until(this::answers, answers -> !answers.contains(home));
            assertThat(askOn(kept)).isEqualTo(home);
        }
    }

    @Test
    void closesTheConnectionWhenNobodyIsThere() {
        first.close();
        second.close();
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    }

    private Set<String> answers() throws IOException {
        return new HashSet<>(List.of(ask(), ask(), ask(), ask()));
    }

    private String ask() throws IOException {
        try (Socket socket = connect()) {
            return askOn(socket);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), balancer.port());
    }

    /** The body of an answer, read from a connection that stays open. */
    private static String askOn(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("GET /name HTTP/1.1\r\nHost: shop\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("!")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + text);
            }
            text.append((char) next);
        }
        return text.substring(text.lastIndexOf("\n") + 1, text.length() - 1);
    }

    /** Says its name. */
    private static final class Shop implements AutoCloseable {
        private final HttpServer server;
        private volatile boolean ready = true;

        Shop(String name) {
            try {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            byte[] body = (name + "!").getBytes(StandardCharsets.US_ASCII);
            server.createContext(
                    "/name",
                    exchange -> {
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            server.createContext(
                    "/ready",
                    exchange -> {
                        exchange.sendResponseHeaders(ready ? 200 : 503, -1);
                        exchange.close();
                    });
            server.start();
        }

        Backend backend() {
            int port = server.getAddress().getPort();
            return new Backend(port, URI.create("http://127.0.0.1:" + port + "/ready"));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
