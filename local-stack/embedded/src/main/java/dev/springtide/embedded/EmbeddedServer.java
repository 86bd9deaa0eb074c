package dev.springtide.embedded;

import java.nio.file.Path;

/**
 * A server that can be started, stopped, killed and frozen, any number of times, on the same port
 * and the same data.
 *
 * <p>{@link #start} returns only when the server answers a connection.
 */
public interface EmbeddedServer extends AutoCloseable {

    String name();

    int port();

    /** The process id of the running server. */
    long pid();

    boolean isAlive();

    /** Where the server's output goes. */
    Path log();

    void start();

    /** Asks the server to end in order and waits for it. Nothing happens when it is not running. */
    void stop();

    /** SIGKILL: the server gets no chance to write anything. */
    void kill();

    /** SIGSTOP: the server keeps its connections and does nothing until {@link #resume}. */
    void pause();

    void resume();

    @Override
    default void close() {
        stop();
    }
}
