package dev.springtide.load.profile;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a recording saw, by step. */
final class Samples {
    private final Map<String, Double> cpu = new TreeMap<>();
    private final Map<String, Double> allocated = new TreeMap<>();
    private Duration blocked = Duration.ZERO;

    void cpu(String step) {
        cpu.merge(step, 1.0, Double::sum);
    }

    void allocated(String step, long bytes) {
        allocated.merge(step, (double) bytes, Double::sum);
    }

    void blocked(Duration time) {
        blocked = blocked.plus(time);
    }

    Iterable<String> steps() {
        TreeSet<String> steps = new TreeSet<>(cpu.keySet());
        steps.addAll(allocated.keySet());
        return steps;
    }

    /** The part of all CPU samples that fell into a step, 0 to 1. */
    double share(String step) {
        double all = cpu.values().stream().mapToDouble(n -> n).sum();
        return all == 0 ? 0 : cpu.getOrDefault(step, 0.0) / all;
    }

    /** Bytes, extrapolated from samples by the JVM. */
    double bytes(String step) {
        return allocated.getOrDefault(step, 0.0);
    }

    /** Waits of 20 ms and more for a monitor. */
    Duration blocked() {
        return blocked;
    }
}
