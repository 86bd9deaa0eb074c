package dev.springtide.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after a process.
 *
 * @param log output and errors are appended to it
 * @param pidFile holds the {@link ProcessIdentity} while the process runs; null for none
 * @param diesWithParent whether it is killed when this JVM ends, in whatever way
 */
public record Custody(Path log, @Nullable Path pidFile, boolean diesWithParent) {

    /** Gone with this JVM, SIGKILL included. */
    public static Custody ofThisJvm(Path log) {
        return new Custody(log, null, true);
    }

    /** Outlives this JVM when that is killed; the file tells whoever cleans up what to end. */
    public static Custody recorded(Path log, Path pidFile) {
        return new Custody(log, pidFile, false);
    }
}
