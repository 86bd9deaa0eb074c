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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the service and the provider, remembers what passes and passes it on; also where
 * the provider sends its webhooks before the service's port is known.
 */
final class RecordingProxy {

    private static final List<String> HEADERS =
            List.of(
                    "Authorization",
                    "Content-Type",
                    "Idempotency-Key",
                    "Springtide-Event-Id",
                    "Springtide-Timestamp",
                    "Springtide-Signature");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final int port;
    private HttpServer server;
    private volatile @Nullable String target;

    RecordingProxy() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    /** Nobody listens any more: connections are refused. */
    void pause() {
        server.stop(0);
    }

    void resume() {
        server = listen(port);
    }

    private HttpServer listen(int onPort) {
        try {
            HttpServer listening =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 1000);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/", this::passOn);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** From now on; {@code null} leads nowhere: connections break. */
    void to(@Nullable String url) {
        target = url;
    }

    /** Method and path of what passed, with the idempotency key if there was one. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** Calls about one charge or refund. */
    List<String> calls(String providerKey) {
        return calls.stream().filter(call -> call.contains(providerKey)).toList();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            calls.add(exchange.getRequestMethod() + " " + path + (key == null ? "" : " " + key));
            String to = target;
            if (to == null) {
                throw new IOException("the way is cut");
            }
            HttpResponse<byte[]> answer = send(exchange, to + (path.equals("/") ? "" : path), body);
            exchange.sendResponseHeaders(
                    answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, String to, byte[] body)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(to))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
