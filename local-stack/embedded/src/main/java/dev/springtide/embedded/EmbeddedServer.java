package dev.springtide.embedded;

import java.nio.file.Path;
import java.time.Duration;

/** A server that is a process of this machine. */
public abstract class EmbeddedServer implements Server {

    private final ServerProcess process;
    private final int port;

    protected EmbeddedServer(ProcessLaunch launch, int port) {
        this.process = new ServerProcess(launch);
        this.port = port;
    }

    /** What must be there before the process is. Called at every start. */
    protected void prepare() {}

    /** Whether the server answers a connection. A failure means "not yet". */
    @SuppressWarnings("java:S112")
    protected abstract boolean answers() throws Exception;

    protected abstract Duration startPatience();

    /** The signal that makes this server end in order. */
    protected Signal polite() {
        return Signal.TERM;
    }

    protected Duration stopPatience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public final void start() {
        launch();
        awaitReady();
    }

    /** Starts the process and does not wait for it to answer. */
    public final void launch() {
        prepare();
        process.start();
    }

    /**
     * Returns when the server answers a connection.
     *
     * @throws ServerFailedException when the process ends or does not answer in time
     */
    public final void awaitReady() {
        process.awaitReady(startPatience(), this::answers);
    }

    @Override
    public final void stop() {
        process.stop(polite(), stopPatience());
    }

    /** The same, with another patience than the usual. */
    public final void stopWithin(Duration patience) {
        process.stop(polite(), patience);
    }

    @Override
    public final void kill() {
        process.kill();
    }

    @Override
    public final void pause() {
        process.pause();
    }

    @Override
    public final void resume() {
        process.resume();
    }

    public final String name() {
        return process.launch().name();
    }

    @Override
    public final int port() {
        return port;
    }

    /** The process id of the running server. */
    public final long pid() {
        return process.pid();
    }

    @Override
    public final boolean isAlive() {
        return process.isAlive();
    }

    /** How the last process ended; meaningless while it runs. */
    public final int exitCode() {
        return process.exitCode();
    }

    /** Waits until the process has ended, for whatever reason. */
    public final void awaitEnd() throws InterruptedException {
        process.awaitEnd();
    }

    public final Path log() {
        return process.launch().custody().log();
    }

    @Override
    public final void close() {
        stop();
    }
}
