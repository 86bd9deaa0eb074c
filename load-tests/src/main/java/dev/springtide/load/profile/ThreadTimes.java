package dev.springtide.load.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * CPU time that the threads of a JVM have used so far, in milliseconds.
 *
 * @param compilers its just-in-time compilers
 * @param collector garbage collection (the serial collector works in the VM's own thread)
 * @param total all of its threads that live
 */
record ThreadTimes(double compilers, double collector, double total) {
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final double MILLIS_PER_TICK = 10;

    static ThreadTimes of(long pid) {
        Map<String, Double> byName = new TreeMap<>();
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                add(byName, thread);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return of(byName);
    }

    static ThreadTimes of(Map<String, Double> byName) {
        return new ThreadTimes(
                sum(byName, "C1 Compiler") + sum(byName, "C2 Compiler"),
                sum(byName, "VM Thread"),
                sum(byName, ""));
    }

    ThreadTimes since(ThreadTimes before) {
        return new ThreadTimes(
                compilers - before.compilers, collector - before.collector, total - before.total);
    }

    /** What the program itself used. */
    double program() {
        return total - compilers - collector;
    }

    private static void add(Map<String, Double> byName, Path thread) throws IOException {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String[] fields = stat.substring(end + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
            byName.merge(
                    stat.substring(stat.indexOf('(') + 1, end),
                    ticks * MILLIS_PER_TICK,
                    Double::sum);
        } catch (NoSuchFileException ended) {
            return;
        }
    }

    private static double sum(Map<String, Double> byName, String beginning) {
        return byName.entrySet().stream()
                .filter(thread -> thread.getKey().startsWith(beginning))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
