package dev.springtide.load.benchmark;

import java.util.List;

/**
 * What some consumers came to in one round.
 *
 * @param events consumed for good
 * @param cores that each instance used
 * @param driedUp partitions that were empty at the end
 */
record ConsumerRound(double seconds, long events, List<Double> cores, int driedUp) {
    double perSecond() {
        return events / seconds;
    }
}
