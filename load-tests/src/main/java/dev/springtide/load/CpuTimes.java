package dev.springtide.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * CPU time used so far on this machine, by whom, read from {@code /proc}.
 *
 * @param busy of the whole machine
 * @param byPart of the platform's parts and the load generator; what a dead child used counts for
 *     its parent
 */
record CpuTimes(Duration busy, Map<String, Duration> byPart) {
    private static final long MILLIS_PER_TICK = 10;
    private static final int USER = 11;
    private static final int CHILDREN_END = 15;

    static CpuTimes now(Path stateFolder) {
        Map<String, Duration> byPart = new HashMap<>();
        ProcessHandle.allProcesses()
                .forEach(process -> {
                    String part = PlatformPart.of(process, stateFolder);
                    if (!part.isEmpty()) {
                        byPart.merge(part, used(process.pid()), Duration::plus);
                    }
                });
        return new CpuTimes(machine(), byPart);
    }

    CpuTimes since(CpuTimes before) {
        Map<String, Duration> used = new HashMap<>();
        byPart.forEach((part, time) ->
                used.put(part, time.minus(before.byPart.getOrDefault(part, Duration.ZERO))));
        return new CpuTimes(busy.minus(before.busy), used);
    }

    /** What neither the platform nor the load generator used. */
    Duration foreign() {
        return busy.minus(byPart.values().stream().reduce(Duration.ZERO, Duration::plus));
    }

    /** What the platform used, load generator and provider simulator apart. */
    Duration platform() {
        return byPart.entrySet().stream()
                .filter(part -> !PlatformPart.isOutside(part.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration machine() {
        String[] ticks =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split("\\s+", -1);
        long busy = 0;
        for (int column : new int[] {1, 2, 3, 6, 7, 8}) {
            busy += Long.parseLong(ticks[column]);
        }
        return Duration.ofMillis(busy * MILLIS_PER_TICK);
    }

    private static Duration used(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = USER; field < CHILDREN_END; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * MILLIS_PER_TICK);
        } catch (IOException gone) {
            return Duration.ZERO;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException noLinux) {
            throw new UncheckedIOException(noLinux);
        }
    }
}
