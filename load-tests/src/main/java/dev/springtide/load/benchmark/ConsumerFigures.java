package dev.springtide.load.benchmark;

import dev.springtide.load.Median;
import java.util.List;

/**
 * Rounds with one consumer and with two, in turn.
 *
 * @param ratio of the medians
 * @param driedUp partitions of all rounds that were empty at the end: their consumer had nothing to
 *     do for a while
 */
record ConsumerFigures(double ratio, Side one, Side two, int driedUp) {

    /**
     * With so many consumers.
     *
     * @param eventsPerSecond the median of the rounds
     * @param coresEach what an instance used of the CPU, the median of all
     */
    record Side(double eventsPerSecond, double coresEach, List<Double> rounds) {

        static Side of(List<ConsumerRound> rounds) {
            List<Double> rates = rounds.stream().map(ConsumerRound::perSecond).toList();
            return new Side(
                    Median.of(rates),
                    Median.of(rounds.stream().flatMap(round -> round.cores().stream()).toList()),
                    rates);
        }
    }

    static ConsumerFigures of(List<ConsumerRound> one, List<ConsumerRound> two) {
        Side alone = Side.of(one);
        Side together = Side.of(two);
        return new ConsumerFigures(
                Median.ratio(together.eventsPerSecond(), alone.eventsPerSecond()),
                alone,
                together,
                one.stream().mapToInt(ConsumerRound::driedUp).sum()
                        + two.stream().mapToInt(ConsumerRound::driedUp).sum());
    }
}
