package dev.springtide.load;

import dev.springtide.load.machine.CpuTimes;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who used the CPU.
 *
 * @param busy the whole machine, in cores, as {@code foreign} and {@code byPart}
 * @param foreign what neither platform nor load generator used; above 0.1 the run should be
 *     repeated
 * @param millisPerOrder CPU time of each part, per confirmed order
 * @param cpuMillisPerConfirmedOrder of the platform: load generator, provider simulator and
 *     launcher apart
 */
record Load(
        double busy,
        double foreign,
        Map<String, Double> byPart,
        Map<String, Double> millisPerOrder,
        double cpuMillisPerConfirmedOrder) {
    private static final double PERCENT = 100;

    static Load of(CpuTimes used, Duration took, long confirmed) {
        double millis = took.toMillis();
        return new Load(
                rounded(used.busy() / millis),
                rounded(used.foreign() / millis),
                each(used.byPart(), millis),
                each(used.byPart(), (double) confirmed),
                confirmed == 0 ? 0 : rounded(used.platform() / (double) confirmed));
    }

    private static Map<String, Double> each(Map<String, Double> times, double divisor) {
        Map<String, Double> shares = new TreeMap<>();
        if (divisor > 0) {
            times.forEach((part, time) -> shares.put(part, rounded(time / divisor)));
        }
        return shares;
    }

    private static double rounded(double figure) {
        return Math.round(figure * PERCENT) / PERCENT;
    }
}
