package dev.springtide.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a process is started.
 *
 * @param command asked for at every start
 * @param environment added to the parent's
 */
public record ProcessLaunch(
        String name,
        Supplier<List<String>> command,
        Map<String, String> environment,
        Path workingDirectory,
        Custody custody) {

    static final File NOTHING = new File("/dev/null");

    public ProcessLaunch {
        environment = Map.copyOf(environment);
    }

    /** In the folder of this JVM, with nothing added to the environment. */
    public static ProcessLaunch of(String name, List<String> command, Custody custody) {
        return new ProcessLaunch(
                name, () -> command, Map.of(), Path.of("").toAbsolutePath(), custody);
    }
}
