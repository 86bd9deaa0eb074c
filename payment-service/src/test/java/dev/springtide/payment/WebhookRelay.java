package dev.springtide.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands where the provider sends its webhooks before the service's port is known, and passes them
 * on.
 */
final class WebhookRelay {

    private static final List<String> HEADERS =
            List.of(
                    "Content-Type",
                    "Springtide-Event-Id",
                    "Springtide-Timestamp",
                    "Springtide-Signature");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private volatile @Nullable URI target;

    WebhookRelay() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::passOn);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void to(URI url) {
        target = url;
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(delivered(exchange, body), -1);
        }
    }

    private int delivered(HttpExchange exchange, byte[] body) throws IOException {
        URI to = target;
        if (to == null) {
            return 503;
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        HEADERS.forEach(h -> request.header(h, exchange.getRequestHeaders().getFirst(h)));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }
}
