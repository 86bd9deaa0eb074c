package dev.springtide.load;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stepwise run found; zeros where it found nothing. A full run takes the highest step that
 * held. The steps of a short run are too short for their percentiles on a noisy machine: it takes
 * the one in which most orders were confirmed.
 *
 * @param offered orders per second
 * @param ratio confirmed orders per second ÷ those of the database alone; null where that was not
 *     measured
 */
record Capacity(
        int offered,
        double confirmedPerMinute,
        @Nullable Double ratio,
        double cpuMillisPerConfirmedOrder) {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double THOUSANDTHS = 1_000;

    static Capacity of(List<PhaseFigures> phases, boolean brief, @Nullable Baseline alone) {
        List<PhaseFigures> steps =
                phases.stream().filter(phase -> Phase.isStep(phase.name())).toList();
        PhaseFigures best = brief ? busiest(steps) : highest(steps);
        double perMinute = best == null ? 0 : best.confirmedPerMinute();
        return new Capacity(
                best == null ? 0 : best.planned(),
                perMinute,
                alone == null
                        ? null
                        : rounded(perMinute / SECONDS_PER_MINUTE / alone.ordersPerSecond()),
                best == null ? 0 : best.cpu().cpuMillisPerConfirmedOrder());
    }

    private static @Nullable PhaseFigures busiest(List<PhaseFigures> steps) {
        return steps.stream()
                .max(Comparator.comparingDouble(PhaseFigures::confirmedPerMinute))
                .orElse(null);
    }

    /** The last before the first that did not hold. */
    private static @Nullable PhaseFigures highest(List<PhaseFigures> steps) {
        return steps.stream()
                .takeWhile(PhaseFigures::holds)
                .reduce((lower, higher) -> higher)
                .orElse(null);
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * THOUSANDTHS) / THOUSANDTHS;
    }
}
