package dev.springtide.load.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionTests {
    private final Set<Integer> callers = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private URI uri;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/found", 200, "x".repeat(20_000), false);
        answer("/none", 404, "no", false);
        answer("/last", 200, "bye", true);
        server.createContext(
                "/endless",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.close();
                });
        server.start();
        uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsOneAnswerAfterTheOtherFromOneConnection() throws IOException {
        try (KeptConnection connection = new KeptConnection(uri)) {
            assertThat(connection.ask(request("/found"))).isEqualTo(200);
            assertThat(connection.ask(request("/none"))).isEqualTo(404);
            assertThat(connection.ask(request("/found"))).isEqualTo(200);
        }
        assertThat(callers).hasSize(1);
    }

    @Test
    void connectsAgainAfterTheServersLastAnswer() throws IOException {
        try (KeptConnection connection = new KeptConnection(uri)) {
            assertThat(connection.ask(request("/last"))).isEqualTo(200);
            assertThat(connection.ask(request("/found"))).isEqualTo(200);
        }
        assertThat(callers).hasSize(2);
    }

    @Test
    void refusesAnAnswerWithoutALength() throws IOException {
        try (KeptConnection connection = new KeptConnection(uri)) {
            assertThatIOException().isThrownBy(() -> connection.ask(request("/endless")));
        }
    }

    private void answer(String path, int status, String body, boolean last) {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        server.createContext(
                path,
                exchange -> {
                    callers.add(exchange.getRemoteAddress().getPort());
                    if (last) {
                        exchange.getResponseHeaders().add("Connection", "close");
                    }
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
