package dev.springtide.load.benchmark;

import dev.springtide.load.Median;
import java.util.List;

/**
 * Reads with the cache and without.
 *
 * @param ratio of the medians
 */
record CatalogueFigures(double ratio, Side cached, Side uncached) {
    private static final double PERCENT = 100;
    private static final double MILLIS = 1_000;

    /**
     * One of the two gateways with its inventory-service.
     *
     * @param readsPerSecond the median of the rounds
     * @param fromDatabasePercent of its answers
     * @param cpuMillisPerRead of both, without the database
     * @param refused in all rounds
     */
    record Side(
            double readsPerSecond,
            double fromDatabasePercent,
            double cpuMillisPerRead,
            long refused,
            List<Double> rounds) {

        static Side of(List<ReadRound> rounds) {
            double reads = Math.max(1, rounds.stream().mapToLong(ReadRound::reads).sum());
            List<Double> rates = rounds.stream().map(ReadRound::perSecond).toList();
            return new Side(
                    Median.of(rates),
                    PERCENT * rounds.stream().mapToDouble(ReadRound::fromDatabase).sum() / reads,
                    MILLIS * rounds.stream().mapToDouble(ReadRound::cpuSeconds).sum() / reads,
                    rounds.stream().mapToLong(ReadRound::refused).sum(),
                    rates);
        }
    }

    static CatalogueFigures of(List<ReadRound> withCache, List<ReadRound> withoutCache) {
        Side with = Side.of(withCache);
        Side without = Side.of(withoutCache);
        return new CatalogueFigures(
                Median.ratio(with.readsPerSecond(), without.readsPerSecond()), with, without);
    }
}
