package dev.springtide.shutdown;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the instance at work for a moment after it was told to end and before anything of it stops.
 *
 * <p>It says that it is not ready already, so balancers send it no new connections, and it closes
 * each connection with the next answer on it, so callers that keep connections go elsewhere too. A
 * caller that keeps a connection without a request on it for as long as the drain takes may find it
 * closed. Only then do consumers leave, and the server refuses what still comes.
 */
public final class Drain implements SmartLifecycle {

    private final Duration pause;
    private volatile boolean running;
    private volatile boolean draining;

    public Drain(Duration pause) {
        this.pause = pause;
    }

    /** Whether this instance is about to end. */
    public boolean isDraining() {
        return draining;
    }

    @Override
    public void start() {
        running = true;
        draining = false;
    }

    @Override
    public void stop() {
        draining = true;
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before consumers, before the web server, before everything. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
