package dev.springtide.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process id with the start time the kernel gave it.
 *
 * <p>Process ids are reused; the pair is not. Whoever stores one and signals it later hits this
 * process or nothing.
 *
 * @param startTicks clock ticks after boot, field 22 of {@code /proc/<pid>/stat}
 */
public record ProcessIdentity(long pid, long startTicks) {

    private static final int START_TIME_AFTER_NAME = 19;

    /** The process that has this id now; empty when there is none or only its unreaped remains. */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[0].equals("Z")
                    ? Optional.empty()
                    : Optional.of(
                            new ProcessIdentity(
                                    pid, Long.parseLong(fields[START_TIME_AFTER_NAME])));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * The process that was written to this file; empty when there is no such file or it is damaged.
     */
    public static Optional<ProcessIdentity> read(Path file) {
        try {
            String[] fields = Files.readString(file).strip().split(" ", -1);
            return Optional.of(
                    new ProcessIdentity(Long.parseLong(fields[0]), Long.parseLong(fields[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        Folders.createFor(file);
        Files.writeString(file, pid + " " + startTicks + "\n");
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }
}
