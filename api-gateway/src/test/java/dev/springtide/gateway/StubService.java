package dev.springtide.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A service that records what reaches it and answers 200 with its own headers; some path endings
 * make it misbehave: `/slow` never answers, `/broken` breaks off, `/page` answers 500 as its
 * container would, `/refused` answers a problem. The parameter `cached` is answered as
 * Cache-Control.
 */
final class StubService implements AutoCloseable {

    record Received(String method, String path, Headers headers, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    StubService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
        server.createContext("/", this::serve);
        server.setExecutor(requests);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        requests.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(
                    new Received(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            String path = exchange.getRequestURI().getPath();
            cacheControl(exchange);
            switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "slow" -> closed.await(30, TimeUnit.SECONDS);
                case "broken" -> {}
                case "page" -> answer(exchange, 500, "text/html", "<h1>secret trace</h1>");
                case "refused" ->
                        answer(
                                exchange,
                                409,
                                "application/problem+json",
                                "{\"type\":\"https://springtide.dev/problems/too-late\"}");
                default -> answer(exchange, 200, "application/json", "{\"stub\":true}");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cacheControl(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        if (query != null && query.startsWith("cached=")) {
            exchange.getResponseHeaders().set("Cache-Control", query.substring(7));
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("ETag", "\"7\"");
        headers.set("Server", "stub/1.0");
        headers.set("Via", "1.1 inner-proxy");
        headers.set("X-Powered-By", "stub");
        headers.set("X-Internal-Node", "node-7");
        exchange.sendResponseHeaders(
                status, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(body);
        }
    }
}
