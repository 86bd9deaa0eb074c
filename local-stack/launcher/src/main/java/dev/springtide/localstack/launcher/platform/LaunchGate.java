package dev.springtide.localstack.launcher.platform;

import dev.springtide.embedded.EmbeddedServer;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Once closed, no process is started any more: what stops the platform misses none. */
final class LaunchGate {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /** Launches run side by side. */
    void launch(EmbeddedServer server) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new PlatformStoppingException();
            }
            server.launch();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Returns when no launch is under way. */
    void close() {
        set(true);
    }

    boolean isClosed() {
        lock.readLock().lock();
        try {
            return closed;
        } finally {
            lock.readLock().unlock();
        }
    }

    void open() {
        set(false);
    }

    private void set(boolean value) {
        lock.writeLock().lock();
        try {
            closed = value;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
