package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One operating-system process in a session of its own: Ctrl-C at the terminal reaches only its
 * parent.
 *
 * <p>Start, stop and kill are serialised; the others may be called from any thread at any time.
 */
public final class ServerProcess {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ProcessLaunch launch;
    private volatile @Nullable Process process;

    public ServerProcess(ProcessLaunch launch) {
        this.launch = launch;
    }

    public ProcessLaunch launch() {
        return launch;
    }

    public synchronized void start() {
        if (isAlive()) {
            throw new IllegalStateException(launch.name() + " runs already");
        }
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(launch.command().get());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(launch.workingDirectory().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(ProcessLaunch.NOTHING))
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(launch.custody().log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            Folders.createFor(launch.custody().log());
            Process started = builder.start();
            process = started;
            record(started.pid());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + launch.name(), e);
        }
    }

    private void record(long pid) throws IOException {
        Custody custody = launch.custody();
        if (custody.diesWithParent()) {
            Undertaker.instance().watch(pid);
        }
        if (custody.pidFile() != null) {
            ProcessIdentity.of(pid).orElseThrow().write(custody.pidFile());
        }
    }

    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    public long pid() {
        return current().pid();
    }

    public int exitCode() {
        return current().exitValue();
    }

    public void awaitEnd() throws InterruptedException {
        current().waitFor();
    }

    /** Sends {@code polite}, waits for {@code patience}, then SIGKILL. */
    public synchronized void stop(Signal polite, Duration patience) {
        if (!isAlive()) {
            return;
        }
        ProcessFamily family = family();
        family.signalAll(Signal.CONT);
        family.signalHead(polite);
        if (!await(patience)) {
            family.signalAll(Signal.KILL);
            await(patience);
        }
    }

    /**
     * SIGKILL to the process, then to the children it may leave behind; returns when all are gone.
     */
    public synchronized void kill() {
        if (!isAlive()) {
            return;
        }
        ProcessFamily family = family();
        family.signalHead(Signal.KILL);
        await(GRACE);
        family.signalAll(Signal.KILL);
        Readiness.within(GRACE).until(family::isGone);
    }

    /** When this returns the whole family stands still, a child forked meanwhile included. */
    public void pause() {
        ProcessFamily stopped;
        do {
            stopped = family();
            stopped.signalAll(Signal.STOP);
        } while (!family().equals(stopped));
    }

    public void resume() {
        family().signalAll(Signal.CONT);
    }

    /** Waits until {@code probe} holds; fails at once when the process ends. */
    public void awaitReady(Duration patience, Readiness.Probe probe) {
        boolean ready = Readiness.within(patience).whilst(this::isAlive).until(probe);
        if (!ready) {
            String what =
                    isAlive()
                            ? "did not answer within " + patience.toSeconds() + " s"
                            : "ended while starting (exit code " + current().exitValue() + ")";
            throw new ServerFailedException(launch.name(), what, launch.custody().log());
        }
    }

    private boolean await(Duration patience) {
        try {
            return current().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ProcessFamily family() {
        return ProcessFamily.of(current().toHandle());
    }

    private Process current() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException(launch.name() + " was never started");
        }
        return current;
    }
}
