package dev.springtide.embedded;

/**
 * A server that can be started, stopped, killed and frozen, any number of times, on the same port
 * and the same data.
 */
public interface Server extends AutoCloseable {

    /** Returns when the server answers a connection. */
    void start();

    /** Asks the server to end in order and waits for it. Nothing happens when it is not running. */
    void stop();

    /** SIGKILL: the server gets no chance to write anything. */
    void kill();

    /** The server keeps its connections and does nothing until {@link #resume}. */
    void pause();

    void resume();

    /** Where it listens on 127.0.0.1. */
    int port();

    boolean isAlive();

    /** Ends it for good. */
    @Override
    void close();
}
