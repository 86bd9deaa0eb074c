package dev.springtide.load;

import dev.springtide.load.machine.Hardware;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document that every suite leaves; {@code docs/results/} keeps copies.
 *
 * @param commit with {@code -dirty} where the working tree differs from it
 * @param cpu of the whole load, warm-up included
 * @param acknowledged orders answered with 201, warm-up included, as {@code orders} does
 * @param settlingMillis from the last customer to the last change of an order
 * @param baseline what the database does alone; null where it was not measured
 * @param capacity of a stepwise run; null for the others
 * @param sale of a flash sale; null for the others
 * @param growth of a soak; empty for the others
 * @param audit {@code clean}, {@code breached}, {@code not done} or {@code not possible from here}
 * @param verdict {@code passed} or {@code failed}
 */
record Outcome(
        String name,
        String commit,
        String began,
        Hardware hardware,
        Settings settings,
        Load cpu,
        List<PhaseFigures> phases,
        long acknowledged,
        Map<String, Long> orders,
        long settlingMillis,
        @Nullable Baseline baseline,
        @Nullable Capacity capacity,
        @Nullable Sale sale,
        List<Growth> growth,
        List<Bound> bounds,
        String audit,
        String verdict)
        implements Document {

    @Override
    public Summary summary() {
        Map<String, Double> figures = new LinkedHashMap<>();
        bounds.forEach(bound -> figures.put(bound.what(), bound.actual()));
        return new Summary(
                name,
                commit,
                began,
                verdict,
                audit,
                acknowledged,
                orders.getOrDefault("CONFIRMED", 0L),
                cpu.cpuMillisPerConfirmedOrder(),
                cpu.foreign(),
                capacity == null ? null : capacity.ratio(),
                figures);
    }

    /**
     * A run in one line.
     *
     * @param cpuMillis per confirmed order, warm-up included
     * @param foreignCores used by others meanwhile
     * @param ratio of a stepwise run to the database alone; null where it was not measured
     * @param figures what was held against the bounds
     */
    record Summary(
            String name,
            String commit,
            String began,
            String verdict,
            String audit,
            long acknowledged,
            long confirmed,
            double cpuMillis,
            double foreignCores,
            @Nullable Double ratio,
            Map<String, Double> figures) {}
}
