package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One operating-system process in a session of its own: Ctrl-C at the terminal reaches only its
 * parent.
 *
 * <p>Start, stop and kill are serialised; the others may be called from any thread at any time.
 */
public final class ServerProcess {

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
        command.addAll(launch.command());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(launch.workingDirectory().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(ProcessLaunch.NOTHING))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            Folders.createFor(launch.log());
            Process started = builder.start();
            process = started;
            if (launch.diesWithParent()) {
                Undertaker.instance().watch(started.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + launch.name(), e);
        }
    }

    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    public long pid() {
        return current().pid();
    }

    /** Sends {@code polite}, waits for {@code patience}, then SIGKILL. */
    public synchronized void stop(Signal polite, Duration patience) {
        if (!isAlive()) {
            return;
        }
        Signal.CONT.send(family());
        List<ProcessIdentity> family = family();
        polite.send(family.subList(0, 1));
        if (!await(patience)) {
            Signal.KILL.send(family);
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
        List<ProcessIdentity> family = family();
        Signal.KILL.send(family.subList(0, 1));
        await(Duration.ofSeconds(10));
        Signal.KILL.send(family);
        Readiness.within(Duration.ofSeconds(10))
                .until(() -> family.stream().noneMatch(ProcessIdentity::isAlive));
    }

    public void pause() {
        Signal.STOP.send(family());
    }

    public void resume() {
        Signal.CONT.send(family());
    }

    /** Waits until {@code probe} holds; fails at once when the process ends. */
    public void awaitReady(Duration patience, Readiness.Probe probe) {
        boolean ready = Readiness.within(patience).whilst(this::isAlive).until(probe);
        if (!ready) {
            String what =
                    isAlive()
                            ? "did not answer within " + patience.toSeconds() + " s"
                            : "ended while starting (exit code " + current().exitValue() + ")";
            throw new ServerFailedException(launch.name(), what, launch.log());
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

    private List<ProcessIdentity> family() {
        ProcessHandle handle = current().toHandle();
        return Stream.concat(Stream.of(handle), handle.descendants())
                .flatMap(member -> ProcessIdentity.of(member.pid()).stream())
                .toList();
    }

    private Process current() {
        Process current = process;
        if (current == null) {
            throw new IllegalStateException(launch.name() + " was never started");
        }
        return current;
    }
}
