package dev.springtide.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The highest rate that held; zeros where none did.
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

    static Capacity of(List<PhaseFigures> phases, @Nullable Baseline alone) {
        PhaseFigures best = PhaseFigures.best(phases);
        double perMinute = best == null ? 0 : best.confirmedPerMinute();
        return new Capacity(
                best == null ? 0 : best.planned(),
                perMinute,
                alone == null
                        ? null
                        : rounded(perMinute / SECONDS_PER_MINUTE / alone.ordersPerSecond()),
                best == null ? 0 : best.cpu().cpuMillisPerConfirmedOrder());
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * THOUSANDTHS) / THOUSANDTHS;
    }
}
