package dev.springtide.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How busy the machine was, in cores.
 *
 * @param foreign what neither platform nor load generator used; above 0.1 the run should be
 *     repeated
 * @param cpuMillisPerConfirmedOrder of the platform, load generator and provider simulator apart,
 *     warm-up included
 */
record Load(
        double busy,
        double foreign,
        Map<String, Double> byPart,
        double cpuMillisPerConfirmedOrder) {
    private static final double PERCENT = 100;

    static Load of(CpuTimes used, Duration took, long confirmed) {
        Map<String, Double> byPart = new TreeMap<>();
        used.byPart().forEach((part, time) -> byPart.put(part, cores(time, took)));
        double perOrder = confirmed == 0 ? 0 : (double) used.platform().toMillis() / confirmed;
        return new Load(
                cores(used.busy(), took), cores(used.foreign(), took), byPart, rounded(perOrder));
    }

    private static double cores(Duration used, Duration took) {
        return rounded((double) used.toMillis() / took.toMillis());
    }

    private static double rounded(double figure) {
        return Math.round(figure * PERCENT) / PERCENT;
    }
}
