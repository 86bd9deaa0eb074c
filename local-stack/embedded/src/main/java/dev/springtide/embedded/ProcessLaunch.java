package dev.springtide.embedded;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param environment added to the parent's
 * @param log output and errors are appended to it
 * @param diesWithParent whether it is killed when this JVM ends, in whatever way
 */
public record ProcessLaunch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path workingDirectory,
        Path log,
        boolean diesWithParent) {

    static final File NOTHING = new File("/dev/null");

    public ProcessLaunch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
