package dev.springtide.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Which part of the platform a process belongs to. */
final class PlatformPart {
    private static final String GENERATOR = "load-generator";
    private static final String SIMULATOR = "simulator";
    private static final List<String> BY_COMMAND =
            List.of(
                    "order-service",
                    "inventory-service",
                    "payment-service",
                    "api-gateway",
                    SIMULATOR,
                    "kafka",
                    "redis",
                    "postgres",
                    "launcher");
    private static final Set<String> OUTSIDE = Set.of(GENERATOR, SIMULATOR);

    private PlatformPart() {}

    /** The part's name; empty for a process of somebody else's. */
    static String of(ProcessHandle process, Path stateFolder) {
        if (isAncestor(ProcessHandle.current().pid(), process)) {
            return GENERATOR;
        }
        if (!belongsTo(stateFolder, process)) {
            return "";
        }
        String command = commandLine(process);
        return BY_COMMAND.stream().filter(command::contains).findFirst().orElse("launcher");
    }

    static boolean isOutside(String part) {
        return OUTSIDE.contains(part);
    }

    private static boolean isAncestor(long pid, ProcessHandle process) {
        return process.pid() == pid
                || process.parent().map(parent -> isAncestor(pid, parent)).orElse(false);
    }

    private static boolean belongsTo(Path stateFolder, ProcessHandle process) {
        String folder = stateFolder.toString();
        return commandLine(process).contains(folder)
                || workingFolder(process).startsWith(folder)
                || process.parent().filter(parent -> belongsTo(stateFolder, parent)).isPresent();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    private static String workingFolder(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
