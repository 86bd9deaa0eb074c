package dev.springtide.load.benchmark;

import dev.springtide.load.Median;
import java.util.List;

/**
 * What a relay came to.
 *
 * @param eventsPerSecond the median of the rounds
 * @param cpuMicrosPerEvent of its service, without database and broker, in all rounds
 * @param rounds events a second of each
 */
record RelayFigures(double eventsPerSecond, double cpuMicrosPerEvent, List<Double> rounds) {
    private static final double MICROS = 1e6;

    /** From the commit of so many events until all were published. */
    record Round(double seconds, int events, double cpuSeconds) {
        double perSecond() {
            return events / seconds;
        }
    }

    static RelayFigures of(List<Round> rounds) {
        List<Double> rates = rounds.stream().map(Round::perSecond).toList();
        double events = rounds.stream().mapToInt(Round::events).sum();
        return new RelayFigures(
                Median.of(rates),
                MICROS * rounds.stream().mapToDouble(Round::cpuSeconds).sum() / events,
                rates);
    }
}
