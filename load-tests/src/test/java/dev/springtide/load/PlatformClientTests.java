package dev.springtide.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformClientTests {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
        server.createContext(
                "/busy",
                exchange ->
                        answer(
                                exchange,
                                asked.incrementAndGet() < 3 ? 503 : 200,
                                "{\"done\":true}"));
        server.createContext("/down", exchange -> answer(exchange, 503, "{}"));
        server.createContext(
                "/wrong",
                exchange -> answer(exchange, asked.incrementAndGet() < 2 ? 400 : 200, "{}"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAgainWhatIsRefusedForWantOfTime() {
        assertThat(client().get("/busy").path("done").asBoolean()).isTrue();
        assertThat(asked).hasValue(3);
    }

    @Test
    void givesUpOnWhatIsNeverAnsweredAndOnWhatIsWrong() {
        assertThatThrownBy(() -> client().get("/down")).hasMessageContaining("answered 503");
        assertThatThrownBy(() -> client().get("/wrong")).hasMessageContaining("answered 400");
    }

    private PlatformClient client() {
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new PlatformClient(
                Settings.of(
                        Arguments.of(List.of("steady"), Settings.FLAGS, Settings.VALUES),
                        here,
                        here));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Retry-After", "0");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
