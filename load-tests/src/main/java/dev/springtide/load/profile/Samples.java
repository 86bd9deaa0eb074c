package dev.springtide.load.profile;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a recording saw, by step. */
final class Samples {
    private final Map<Step, Double> cpu = new EnumMap<>(Step.class);
    private final Map<Step, Double> allocated = new EnumMap<>(Step.class);
    private Duration blocked = Duration.ZERO;

    void cpu(Step step) {
        cpu.merge(step, 1.0, Double::sum);
    }

    void allocated(Step step, long bytes) {
        allocated.merge(step, (double) bytes, Double::sum);
    }

    void blocked(Duration time) {
        blocked = blocked.plus(time);
    }

    Set<Step> steps() {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        steps.addAll(cpu.keySet());
        steps.addAll(allocated.keySet());
        return steps;
    }

    /** The part of all CPU samples that fell into a step, 0 to 1. */
    double share(Step step) {
        double all = cpu.values().stream().mapToDouble(n -> n).sum();
        return all == 0 ? 0 : cpu.getOrDefault(step, 0.0) / all;
    }

    /** Bytes, extrapolated from samples by the JVM. */
    double bytes(Step step) {
        return allocated.getOrDefault(step, 0.0);
    }

    /** Waits of 20 ms and more for a monitor. */
    Duration blocked() {
        return blocked;
    }
}
