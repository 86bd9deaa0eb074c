package dev.springtide.localstack.launcher.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much of the machine others used since a moment: figures taken under foreign load above 0.1
 * core mean little.
 *
 * <p>What this process's ended descendants used counts as its own only once they have been waited
 * for.
 */
public final class CpuLoad {

    private static final double TICKS_PER_SECOND = 100;
    private static final int FIRST_OF_OWN = 11;
    private static final int IDLE = 4;
    private static final int IO_WAIT = 5;
    private static final int LAST = 8;

    private final long began = System.nanoTime();
    private final long busy = busyTicks();
    private final long own = ownTicks();

    /** In cores, averaged since this was made. */
    public double foreign() {
        double seconds = (System.nanoTime() - began) / 1e9;
        return Math.max(0, (busyTicks() - busy - (ownTicks() - own)) / TICKS_PER_SECOND / seconds);
    }

    /** CPU seconds of this process and its descendants since this was made. */
    public double ownSeconds() {
        return (ownTicks() - own) / TICKS_PER_SECOND;
    }

    private static long busyTicks() {
        String[] fields =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +", -1);
        long sum = 0;
        for (int i = 1; i <= LAST; i++) {
            sum += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(fields[i]);
        }
        return sum;
    }

    private static long ownTicks() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants()).mapToLong(CpuLoad::ticks).sum();
    }

    /** User and system time, of the process and of its children that it has waited for. */
    private static long ticks(ProcessHandle process) {
        String stat = read(Path.of("/proc", Long.toString(process.pid()), "stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int i = FIRST_OF_OWN; i < FIRST_OF_OWN + 4; i++) {
            sum += Long.parseLong(fields[i]);
        }
        return sum;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.nio.file.NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw new UncheckedIOException(e);
            }
            return "";
        }
    }
}
