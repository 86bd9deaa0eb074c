package dev.springtide.load;

import dev.springtide.load.machine.CpuDiary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one phase of a run came to.
 *
 * @param offered orders per second, at its end
 * @param post times of the admitted ones
 * @param created orders the platform has of this stretch of time
 * @param confirmed how many of those ended CONFIRMED
 * @param toConfirmed from creation to CONFIRMED, by the platform's clock
 * @param cpu of the same stretch of time
 */
record PhaseFigures(
        String name,
        int offered,
        int seconds,
        int admitted,
        int refused,
        Percentiles post,
        long created,
        long confirmed,
        double confirmedPerMinute,
        Percentiles toConfirmed,
        Load cpu) {
    private static final double ENOUGH = 0.999;
    private static final long POST_P95 = 200;
    private static final long TO_CONFIRMED_P95 = 2_000;
    private static final double SECONDS_PER_MINUTE = 60;

    static PhaseFigures of(
            Phase phase,
            Instant began,
            Answers.Figures answers,
            List<OrderRecord> orders,
            CpuDiary diary) {
        Instant ends = began.plusSeconds(phase.seconds());
        List<OrderRecord> created =
                orders.stream()
                        .filter(order ->
                                !order.createdAt().isBefore(began)
                                        && order.createdAt().isBefore(ends))
                        .toList();
        long[] times =
                created.stream()
                        .filter(OrderRecord::isConfirmed)
                        .mapToLong(OrderRecord::millis)
                        .toArray();
        return new PhaseFigures(
                phase.name(),
                phase.to(),
                phase.seconds(),
                answers.admitted(),
                answers.refused(),
                answers.times(),
                created.size(),
                times.length,
                Math.rint(times.length * SECONDS_PER_MINUTE / phase.seconds()),
                Percentiles.of(times),
                Load.of(
                        diary.between(began, ends),
                        Duration.ofSeconds(phase.seconds()),
                        times.length));
    }

    /**
     * Whether ≥ 99.9 % were admitted and ended CONFIRMED, p95 of the answer ≤ 200 ms and p95 until
     * CONFIRMED ≤ 2 s: a rate that is only taken in and piles up does not hold.
     */
    boolean holds() {
        return created > 0
                && admitted >= ENOUGH * (admitted + refused)
                && confirmed >= ENOUGH * created
                && post.p95() <= POST_P95
                && toConfirmed.p95() <= TO_CONFIRMED_P95;
    }

    double confirmedPerSecond() {
        return confirmedPerMinute / SECONDS_PER_MINUTE;
    }

    /** The highest step that held before the first that did not; null where none did. */
    static @Nullable PhaseFigures best(List<PhaseFigures> phases) {
        PhaseFigures best = null;
        for (PhaseFigures phase : phases) {
            if (phase.name.startsWith("step ")) {
                if (!phase.holds()) {
                    return best;
                }
                best = phase;
            }
        }
        return best;
    }

    static PhaseFigures named(Map<String, PhaseFigures> phases, String name) {
        PhaseFigures phase = phases.get(name);
        if (phase == null) {
            throw new IllegalStateException("no phase " + name);
        }
        return phase;
    }
}
