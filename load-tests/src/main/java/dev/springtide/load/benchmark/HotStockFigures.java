package dev.springtide.load.benchmark;

import dev.springtide.load.Median;
import java.util.List;

/**
 * Rounds in which all orders wanted one product and in which they wanted many, in turn.
 *
 * @param ratio of the medians, one product to many
 * @param driedUp partitions of all rounds that were empty at the end
 */
record HotStockFigures(
        double ratio,
        ConsumerFigures.Side oneProduct,
        ConsumerFigures.Side manyProducts,
        int driedUp) {

    static HotStockFigures of(List<ConsumerRound> one, List<ConsumerRound> many) {
        ConsumerFigures.Side hot = ConsumerFigures.Side.of(one);
        ConsumerFigures.Side spread = ConsumerFigures.Side.of(many);
        return new HotStockFigures(
                Median.ratio(hot.eventsPerSecond(), spread.eventsPerSecond()),
                hot,
                spread,
                one.stream().mapToInt(ConsumerRound::driedUp).sum()
                        + many.stream().mapToInt(ConsumerRound::driedUp).sum());
    }
}
