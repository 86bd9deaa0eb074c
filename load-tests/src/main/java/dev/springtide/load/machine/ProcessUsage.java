package dev.springtide.load.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one process, its children apart, has used up to a moment.
 *
 * @param cpuSeconds since it began
 * @param residentMb memory it occupies now (RSS), in 10⁶ bytes
 * @param highestResidentMb the most it ever occupied, likewise
 */
public record ProcessUsage(double cpuSeconds, double residentMb, double highestResidentMb) {
    private static final double TICKS_PER_SECOND = 100;
    private static final double BYTES_PER_KIB = 1_024;
    private static final double BYTES_PER_MB = 1e6;

    /** Empty where there is no such process any more. */
    public static Optional<ProcessUsage> of(long pid) {
        try {
            List<String> status =
                    Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
            return ProcessTable.row(pid).map(row -> of(status, row.own() / TICKS_PER_SECOND));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    static ProcessUsage of(List<String> status, double cpuSeconds) {
        return new ProcessUsage(
                cpuSeconds, megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    }

    /** A process that is ending has no memory any more. */
    private static double megabytes(List<String> status, String field) {
        return status.stream()
                .filter(line -> line.startsWith(field))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .map(kib -> kib * BYTES_PER_KIB / BYTES_PER_MB)
                .findFirst()
                .orElse(0);
    }
}
