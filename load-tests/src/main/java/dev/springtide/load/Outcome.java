package dev.springtide.load;

import dev.springtide.load.machine.Hardware;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document that every suite leaves; {@code docs/results/} keeps copies.
 *
 * @param cpu of the phases, the start of the load generator apart
 * @param requests what Gatling measured
 * @param acknowledged orders answered with 201, warm-up included, as {@code orders} does
 * @param baseline what the database does alone; null where it was not measured
 * @param capacity of a stepwise run; null for the others
 * @param growth of a soak; empty for the others
 */
record Outcome(
        String name,
        String commit,
        String began,
        Hardware hardware,
        Settings settings,
        Load cpu,
        Map<String, GatlingFigures> requests,
        List<PhaseFigures> phases,
        long acknowledged,
        Map<String, Long> orders,
        long settlingMillis,
        @Nullable Baseline baseline,
        @Nullable Capacity capacity,
        List<Growth> growth,
        List<Bound> bounds,
        String audit,
        String verdict) {
    /**
     * The highest rate that held.
     *
     * @param ratio confirmed orders per second ÷ those of the baseline; zero where it was not
     *     measured
     */
    record Capacity(
            int offered,
            double confirmedPerMinute,
            double ratio,
            double cpuMillisPerConfirmedOrder) {
        static final Capacity NONE = new Capacity(0, 0, 0, 0);

        static Capacity of(@Nullable PhaseFigures best, @Nullable Baseline baseline) {
            if (best == null) {
                return NONE;
            }
            double alone = baseline == null ? 0 : baseline.ordersPerSecond();
            double ratio = alone > 0 ? best.confirmedPerSecond() / alone : 0;
            return new Capacity(
                    best.offered(),
                    best.confirmedPerMinute(),
                    Math.round(ratio * 1_000) / 1_000.0,
                    best.cpu().cpuMillisPerConfirmedOrder());
        }
    }
}
