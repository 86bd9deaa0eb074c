package dev.springtide.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Signals that the Java process API does not know. */
public enum Signal {
    INT,
    TERM,
    KILL,
    STOP,
    CONT;

    /** Sends this signal to every process that is still the one named; gone ones are no error. */
    public void send(Collection<ProcessIdentity> targets) {
        List<String> pids =
                targets.stream()
                        .filter(ProcessIdentity::isAlive)
                        .map(target -> Long.toString(target.pid()))
                        .toList();
        if (pids.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder(Stream.concat(command(), pids.stream()).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The shell's own: a small image has no such program. */
    private Stream<String> command() {
        return Stream.of("sh", "-c", "kill -" + name() + " \"$@\"", "kill");
    }
}
