package dev.springtide.localstack.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A line to a port of 127.0.0.1 that can be cut, slowed down and silenced while it is used. Every
 * method may be called at any time from any thread.
 */
final class Wire implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    private final InetSocketAddress target;
    private final Supplier<Predicate<String>> watches;
    private final ServerSocket door;
    private final Set<WireLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile BooleanSupplier cutWatched = () -> false;
    private volatile boolean refusing;
    private volatile Duration delay = Duration.ZERO;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    /**
     * @param watches makes for each connection the judge of what its client sends, piece by piece,
     *     each byte as one character
     */
    Wire(int targetPort, Supplier<Predicate<String>> watches) {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        this.watches = watches;
        try {
            this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("wire-" + targetPort).start(this::accept);
    }

    /** Where clients connect. */
    int port() {
        return door.getLocalPort();
    }

    /** Resets all connections there are, on the clients' side. */
    void cut() {
        links.forEach(WireLink::cut);
    }

    /** Whether new connections are reset as soon as they are made. */
    void refuse(boolean refused) {
        refusing = refused;
    }

    /** Each piece waits this long, in either direction, and those behind it with it. */
    void delay(Duration each) {
        delay = each;
    }

    /** From now on connections are made and stay open, and nothing passes. */
    void silence() {
        silence = new CountDownLatch(1);
    }

    /** Ends the silence; what was held back passes. */
    void speak() {
        silence.countDown();
    }

    /**
     * A piece that the watch points out is passed on and its client cut off: it happens and is
     * never answered.
     *
     * @param chosen asked at each such piece
     */
    void cutWatched(BooleanSupplier chosen) {
        cutWatched = chosen;
    }

    /** How many connections were cut at a piece that was watched for. */
    int watchedCuts() {
        return cuts.get();
    }

    /** Cuts what there is and listens no more. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        speak();
        cut();
    }

    void hold() throws InterruptedException {
        Thread.sleep(delay);
        silence.await();
    }

    boolean isLast(boolean watched) {
        boolean last = watched && cutWatched.getAsBoolean();
        if (last) {
            cuts.incrementAndGet();
        }
        return last;
    }

    void forget(WireLink link) {
        links.remove(link);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (refusing) {
                    WireLink.reset(client);
                } else {
                    Thread.ofVirtual().start(() -> connect(client));
                }
            } catch (IOException _) {
                // The door was closed, or the client has left already.
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        WireLink link = new WireLink(this, client, server, watches.get());
        links.add(link);
        try {
            silence.await();
            server.connect(target, CONNECT_MILLIS);
            link.open();
        } catch (IOException _) {
            link.cut();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            link.cut();
        }
        if (door.isClosed()) {
            link.cut();
        }
    }
}
