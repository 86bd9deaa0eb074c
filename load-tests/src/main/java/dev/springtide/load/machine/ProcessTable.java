package dev.springtide.load.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every process of the machine, read in one pass.
 *
 * @param rows by process id
 */
record ProcessTable(Map<Long, Row> rows) {
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_END = 15;
    private static final int STARTED = 19;

    /**
     * One process.
     *
     * @param own clock ticks used by the process
     * @param total the same with what its ended children used
     * @param started in clock ticks after boot
     */
    record Row(long parent, long own, long total, long started) {
        static Row of(String stat) {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long own = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
            long total = 0;
            for (int field = USER; field < CHILDREN_END; field++) {
                total += Long.parseLong(fields[field]);
            }
            return new Row(
                    Long.parseLong(fields[PARENT]), own, total, Long.parseLong(fields[STARTED]));
        }
    }

    static ProcessTable now() {
        Map<Long, Row> rows = new HashMap<>();
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                row(pid).ifPresent(row -> rows.put(pid, row));
            }
        } catch (IOException noLinux) {
            throw new UncheckedIOException(noLinux);
        }
        return new ProcessTable(rows);
    }

    /**
     * Ticks used by each of these and its descendants. A process counts for its nearest ancestor
     * among them; what ended children used counts for their parent, except for the one that only
     * watches the others.
     */
    Map<String, Long> ticks(Map<String, Long> parts, String watcher) {
        Map<Long, String> names = new HashMap<>();
        parts.forEach((name, pid) -> names.put(pid, name));
        Map<String, Long> ticks = new HashMap<>();
        rows.forEach((pid, row) -> {
            String name = owner(pid, names);
            if (!name.isEmpty()) {
                ticks.merge(name, name.equals(watcher) ? row.own : row.total, Long::sum);
            }
        });
        return ticks;
    }

    private String owner(long pid, Map<Long, String> names) {
        long current = pid;
        while (rows.containsKey(current) && !names.containsKey(current)) {
            current = rows.get(current).parent;
        }
        return names.getOrDefault(current, "");
    }

    /** One process; empty where there is none. */
    static Optional<Row> row(long pid) {
        try {
            return Optional.of(
                    Row.of(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
