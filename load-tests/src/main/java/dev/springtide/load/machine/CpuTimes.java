package dev.springtide.load.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/**
 * CPU time used so far on this machine, in milliseconds.
 *
 * @param busy of the whole machine
 * @param byPart of the platform's parts and of the JVM that measures
 */
public record CpuTimes(double busy, Map<String, Double> byPart) {
    private static final String LAUNCHER = "launcher";
    private static final Set<String> OUTSIDE =
            Set.of("load-generator", "profile", "simulator", "aot-training", LAUNCHER);
    private static final double MILLIS_PER_TICK = 10;
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

    /**
     * Of these processes, of this JVM and of their descendants.
     *
     * @param self the name of this JVM
     */
    public static CpuTimes now(Map<String, Long> pids, String self) {
        Map<String, Long> parts = new HashMap<>(pids);
        parts.put(self, ProcessHandle.current().pid());
        Map<String, Double> byPart = new TreeMap<>();
        ProcessTable.now()
                .ticks(parts, LAUNCHER)
                .forEach((part, ticks) -> byPart.put(part, ticks * MILLIS_PER_TICK));
        return new CpuTimes(machine(), byPart);
    }

    /** What was used between an earlier moment and this. */
    public CpuTimes since(CpuTimes before) {
        return with(before, (later, earlier) -> Math.max(0, later - earlier));
    }

    /** What was used at a moment between this and a later one. */
    CpuTimes towards(CpuTimes later, double share) {
        return later.with(this, (end, begin) -> begin + (end - begin) * share);
    }

    /** What none of the parts used. */
    public double foreign() {
        return Math.max(0, busy - byPart.values().stream().mapToDouble(part -> part).sum());
    }

    /**
     * What the platform used: who measures, the provider simulator and the launcher, which trains
     * AOT caches, apart.
     */
    public double platform() {
        return byPart.entrySet().stream()
                .filter(part -> !OUTSIDE.contains(part.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private CpuTimes with(CpuTimes other, DoubleBinaryOperator operator) {
        Map<String, Double> result = new TreeMap<>();
        byPart.forEach((part, time) ->
                result.put(
                        part, operator.applyAsDouble(time, other.byPart.getOrDefault(part, 0.0))));
        return new CpuTimes(operator.applyAsDouble(busy, other.busy), result);
    }

    private static double machine() {
        try {
            String[] ticks = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+", -1);
            double busy = 0;
            for (int column : BUSY) {
                busy += Long.parseLong(ticks[column]);
            }
            return busy * MILLIS_PER_TICK;
        } catch (IOException noLinux) {
            throw new UncheckedIOException(noLinux);
        }
    }
}
