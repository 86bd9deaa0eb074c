package dev.springtide.load.benchmark;

import dev.springtide.load.Median;
import java.util.List;

/**
 * The starts of a service.
 *
 * @param medianCpuSeconds of the service alone
 * @param residentMb the largest of all starts
 */
record StartTimes(
        double medianSeconds,
        double longestSeconds,
        double medianCpuSeconds,
        double residentMb,
        List<Start> starts) {

    static StartTimes of(List<Start> starts) {
        return new StartTimes(
                Median.of(starts.stream().map(Start::seconds).toList()),
                starts.stream().mapToDouble(Start::seconds).max().orElseThrow(),
                Median.of(starts.stream().map(Start::cpuSeconds).toList()),
                starts.stream().mapToDouble(Start::residentMb).max().orElseThrow(),
                starts);
    }
}
