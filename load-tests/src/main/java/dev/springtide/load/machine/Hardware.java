package dev.springtide.load.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine of a run. */
public record Hardware(String cpu, int cores, long memoryMiB, String kernel, String java) {
    private static final long KIB_PER_MIB = 1024;

    /** Read from {@code /proc}. */
    public static Hardware ofThisMachine() {
        return new Hardware(
                field("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                        / KIB_PER_MIB,
                System.getProperty("os.version"),
                System.getProperty("java.vm.version"));
    }

    private static String field(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("0");
        } catch (IOException noLinux) {
            throw new UncheckedIOException(noLinux);
        }
    }
}
