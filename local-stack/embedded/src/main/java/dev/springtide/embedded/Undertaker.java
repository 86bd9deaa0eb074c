package dev.springtide.embedded;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sees to it that nothing is left behind when this JVM ends, SIGKILL included.
 *
 * <p>A small shell in a session of its own reads a pipe whose only writer is this JVM. When the
 * pipe closes, the shell kills every watched process that is still the one it was told of and
 * removes the scratch folder.
 */
final class Undertaker {

    private static final String SCRIPT =
            """
            while read -r pid start; do watched="$watched $pid:$start"; done
            bury() {
              for one in $watched; do
                pid=${one%%:*}
                now=$(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -d' ' -f20)
                [ "$now" = "${one#*:}" ] && kill -CONT "$pid" && kill "-$1" "$pid"
              done
            }
            bury QUIT
            sleep 0.5
            bury KILL
            rm -rf -- "$1" || { sleep 2; rm -rf -- "$1"; }
            """;

    private final Path scratch;
    private final BufferedWriter pipe;

    private Undertaker() {
        try {
            scratch = Files.createTempDirectory("springtide-");
            Process shell =
                    new ProcessBuilder(
                                    "setsid", "sh", "-c", SCRIPT, "undertaker", scratch.toString())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            pipe = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Undertaker instance() {
        return Holder.INSTANCE;
    }

    /** A folder that is removed when this JVM ends. */
    Path scratch() {
        return scratch;
    }

    synchronized void watch(long pid) {
        ProcessIdentity.of(pid)
                .ifPresent(identity -> {
                    try {
                        pipe.write(identity.pid() + " " + identity.startTicks() + "\n");
                        pipe.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static final class Holder {
        private static final Undertaker INSTANCE = new Undertaker();
    }
}
