package dev.springtide.load;

import dev.springtide.load.machine.CpuTimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one phase of a run came to.
 *
 * @param planned orders per second to be offered, at its end
 * @param seconds how long it really was: a step that breaks ends early
 * @param requests by call, as the customers saw them
 * @param created orders that the platform made in this stretch of time
 * @param confirmed how many of those ended CONFIRMED
 * @param toConfirmed from creation to the last change of those, by the platform's clock
 * @param cpu of the same stretch of time
 * @param residentMb the most memory each service occupied meanwhile (RSS), in 10⁶ bytes
 */
record PhaseFigures(
        String name,
        int planned,
        double seconds,
        Map<String, Answers.Figures> requests,
        long created,
        long confirmed,
        double confirmedPerMinute,
        Percentiles toConfirmed,
        Load cpu,
        Map<String, Double> residentMb) {
    private static final double ENOUGH = 0.999;
    private static final double NEARLY_ALL = 0.95;
    private static final long POST_P95 = 200;
    private static final long TO_CONFIRMED_P95 = 2_000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MILLIS = 1_000;

    /**
     * @param orders made in this stretch of time
     */
    static PhaseFigures of(
            Phase phase,
            Duration took,
            Map<String, Answers.Figures> requests,
            List<OrderRecord> orders,
            CpuTimes used,
            Map<String, Double> residentMb) {
        double seconds = took.toMillis() / MILLIS;
        long[] times =
                orders.stream()
                        .filter(OrderRecord::isConfirmed)
                        .mapToLong(OrderRecord::millis)
                        .toArray();
        return new PhaseFigures(
                phase.name(),
                phase.to(),
                seconds,
                requests,
                orders.size(),
                times.length,
                Math.rint(times.length * SECONDS_PER_MINUTE / seconds),
                Percentiles.of(times),
                Load.of(used, took, times.length),
                residentMb);
    }

    /** The orders as the customers saw them. */
    Answers.Figures post() {
        return requests.getOrDefault(Phase.ORDER, Answers.Figures.NONE);
    }

    /**
     * Whether ≥ 99.9 % were admitted and ended CONFIRMED, p95 of the answer ≤ 200 ms and p95 until
     * CONFIRMED ≤ 2 s, and ≥ 95 % of what was planned came in: a rate that only piles up does not
     * hold, and neither does one that the load generator has no CPU for.
     */
    boolean holds() {
        return created > 0
                && created >= NEARLY_ALL * planned * seconds
                && post().admitted() >= ENOUGH * post().total()
                && confirmed >= ENOUGH * created
                && post().times().p95() <= POST_P95
                && toConfirmed.p95() <= TO_CONFIRMED_P95;
    }
}
