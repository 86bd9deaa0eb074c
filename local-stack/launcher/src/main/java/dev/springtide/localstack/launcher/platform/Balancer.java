package dev.springtide.localstack.launcher.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One door for the instances of a service: each new connection goes to the next instance that is
 * ready, a connection that is open stays where it is.
 *
 * <p>An instance that refuses connections is passed over at once, one that says it is not ready as
 * soon as it was asked. When none is ready, any that accepts a connection gets it; when none does,
 * the caller's connection is closed.
 */
final class Balancer implements AutoCloseable {

    private static final int BACKLOG = 1_000;
    private static final int CONNECT_MILLIS = 1_000;

    private final ServerSocket door;
    private final List<Backend> backends;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    private Balancer(ServerSocket door, List<Backend> backends) {
        this.door = door;
        this.backends = List.copyOf(backends);
    }

    /** Listens on this port of 127.0.0.1 until it is closed. */
    static Balancer open(int port, List<Backend> backends) {
        try {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            Balancer balancer = new Balancer(door, backends);
            backends.forEach(backend -> balancer.threads.execute(backend::watch));
            balancer.threads.execute(balancer::accept);
            return balancer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        close(door);
        threads.shutdownNow();
        open.forEach(Balancer::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                open.add(caller);
                threads.execute(() -> connect(caller));
            } catch (IOException _) {
                // The door is closed, or this caller was gone before it came in.
            }
        }
    }

    private void connect(Socket caller) {
        Socket instance = next();
        if (instance == null) {
            forget(caller);
            return;
        }
        open.add(instance);
        threads.execute(() -> pump(instance, caller));
        pump(caller, instance);
    }

    /** Round robin; those that are not ready come last. */
    private @Nullable Socket next() {
        List<Backend> order = new ArrayList<>(backends);
        Collections.rotate(order, -Math.floorMod(turn.getAndIncrement(), order.size()));
        order.sort((a, b) -> Boolean.compare(b.isReady(), a.isReady()));
        for (Backend backend : order) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), backend.port()),
                        CONNECT_MILLIS);
                return socket;
            } catch (IOException _) {
                close(socket);
            }
        }
        return null;
    }

    /** Until one side ends; then the other is told, and both are gone when both have ended. */
    private void pump(Socket from, Socket to) {
        try {
            from.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
            to.shutdownOutput();
            if (from.isOutputShutdown()) {
                forget(from);
                forget(to);
            }
        } catch (IOException _) {
            forget(from);
            forget(to);
        }
    }

    private void forget(Socket socket) {
        open.remove(socket);
        close(socket);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // It is closed for us, whatever it says.
        }
    }
}
