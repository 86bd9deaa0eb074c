package dev.springtide.localstack.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP server, a virtual thread per request. Requests that name another host than its own
 * are refused, so that no web page can reach it through a rebound DNS name.
 */
public final class GuardedServer implements AutoCloseable {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final int BODY_LIMIT = 64 * 1024;
    private static final int BACKLOG = 1024;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String host;

    /**
     * @param host the name others know it by. Under 127.0.0.1 it listens on the loopback interface
     *     alone, under any other name on all of them
     * @param port 0 for any free one
     */
    public GuardedServer(String host, int port) throws IOException {
        tuneForKeepAlive();
        this.host = host;
        server = HttpServer.create(address(host, port), BACKLOG);
        server.setExecutor(requests);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void route(String prefix, Route route) {
        server.createContext(prefix, exchange -> serve(prefix, route, exchange));
    }

    public void start() {
        server.start();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        requests.shutdownNow();
    }

    private void serve(String prefix, Route route, HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(prefix, route, exchange));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(String prefix, Route route, HttpExchange exchange)
            throws IOException, InterruptedException {
        if (!isMine(exchange.getRequestHeaders().getFirst("Host"))) {
            return Answer.error(403, "not under this name");
        }
        byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            return Answer.error(413, "body too large");
        }
        try {
            return route.answer(
                    Request.of(
                            exchange.getRequestMethod(),
                            prefix,
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders(),
                            body));
        } catch (BadRequestException mistake) {
            return Answer.error(400, String.valueOf(mistake.getMessage()));
        } catch (RuntimeException failure) {
            System.getLogger(GuardedServer.class.getName())
                    .log(System.Logger.Level.ERROR, "request failed", failure);
            return Answer.error(500, "internal error");
        }
    }

    private void write(HttpExchange exchange, Answer answer)
            throws IOException, InterruptedException {
        if (answer.status() == 0) {
            closed.await(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        if (answer.body() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private boolean isMine(@Nullable String header) {
        String name = header == null ? "" : header.replaceFirst(":\\d+$", "");
        return name.equals(host) || LOOPBACK.contains(name);
    }

    private static InetSocketAddress address(String host, int port) throws IOException {
        return host.equals("127.0.0.1")
                ? new InetSocketAddress(InetAddress.getByName(host), port)
                : new InetSocketAddress(port);
    }

    /** The server reads these once, when its first instance is made. */
    private static void tuneForKeepAlive() {
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "10000");
        setUnlessSet("sun.net.httpserver.idleInterval", "300");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
