package dev.springtide.load.benchmark;

/**
 * What the readers of one gateway came to in one round.
 *
 * @param reads answered 200
 * @param refused answered otherwise
 * @param fromDatabase reads that inventory-service answered from its database, by its own count
 * @param cpuSeconds of gateway and inventory-service
 */
record ReadRound(double seconds, long reads, long refused, double fromDatabase, double cpuSeconds) {
    double perSecond() {
        return reads / seconds;
    }
}
