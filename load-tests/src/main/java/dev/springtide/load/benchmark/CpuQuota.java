package dev.springtide.load.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A cgroup of this machine whose processes together get so much CPU and no more. Closing it, or the
 * end of this JVM, sets them free and removes it.
 *
 * @param parent where its processes belong otherwise
 */
record CpuQuota(Path parent, Path group) implements AutoCloseable {
    private static final int PERIOD_MICROS = 100_000;
    private static final String PROCESSES = "cgroup.procs";
    private static final String MADE_FOR =
            "needs root and a cgroup file system with the cpu controller: ";

    /**
     * Makes a group without processes.
     *
     * @param cores less than one, or more
     * @throws IllegalArgumentException where that is not possible
     */
    static CpuQuota of(String name, double cores) {
        try {
            Hierarchy hierarchy =
                    Hierarchy.in(Files.readAllLines(Path.of("/proc/mounts")))
                            .orElseThrow(() -> new IOException("there is none"));
            String folder = "springtide-" + name + "-" + ProcessHandle.current().pid();
            Path group = Files.createDirectory(hierarchy.root().resolve(folder));
            CpuQuota quota = new CpuQuota(hierarchy.root(), group);
            Runtime.getRuntime().addShutdownHook(new Thread(quota::close));
            quota.limit(hierarchy, Math.round(cores * PERIOD_MICROS));
            return quota;
        } catch (IOException impossible) {
            throw new IllegalArgumentException(MADE_FOR + impossible, impossible);
        }
    }

    /** Its threads, too, and what it forks from now on. */
    void add(long pid) throws IOException {
        Files.writeString(group.resolve(PROCESSES), Long.toString(pid));
    }

    /** A second time it does nothing. */
    @Override
    public void close() {
        try {
            if (Files.exists(group)) {
                for (String pid : Files.readAllLines(group.resolve(PROCESSES))) {
                    Files.writeString(parent.resolve(PROCESSES), pid);
                }
                Files.delete(group);
            }
        } catch (IOException inUse) {
            System.err.println("Remove " + group + " yourself: " + inUse);
        }
    }

    private void limit(Hierarchy hierarchy, long micros) throws IOException {
        if (hierarchy.unified()) {
            Files.writeString(hierarchy.root().resolve("cgroup.subtree_control"), "+cpu");
            Files.writeString(group.resolve("cpu.max"), micros + " " + PERIOD_MICROS);
        } else {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(micros));
        }
    }

    /**
     * Where the cpu controller is mounted.
     *
     * @param unified version 2, version 1 otherwise
     */
    record Hierarchy(Path root, boolean unified) {
        private static final int PLACE = 1;
        private static final int TYPE = 2;
        private static final int OPTIONS = 3;

        /** In the lines of {@code /proc/mounts}; version 1 first, for it owns the controller. */
        static Optional<Hierarchy> in(List<String> mounts) {
            List<String[]> rows = mounts.stream().map(line -> line.split(" ", -1)).toList();
            Optional<Hierarchy> first =
                    rows.stream()
                            .filter(row -> row[TYPE].equals("cgroup"))
                            .filter(row -> List.of(row[OPTIONS].split(",", -1)).contains("cpu"))
                            .map(row -> new Hierarchy(Path.of(row[PLACE]), false))
                            .findFirst();
            return first.or(() ->
                    rows.stream()
                            .filter(row -> row[TYPE].equals("cgroup2"))
                            .map(row -> new Hierarchy(Path.of(row[PLACE]), true))
                            .findFirst());
        }
    }
}
