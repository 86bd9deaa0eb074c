package dev.springtide.localstack.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * In a short run, the same once more where all that was missed may be the machine's doing: its disk
 * stood still meanwhile, and of a few seconds that is much. A fault of the platform is there again.
 */
final class Retrial {

    private static final String LONGEST = "longest fsync of the machine, ms";

    /** Milliseconds; one write among many takes tens of them on a disk that works. */
    private static final double STALL = 250;

    private Retrial() {}

    /** What a verdict tells of the disk. */
    static Figure told(Duration longest) {
        return Figure.told(LONGEST, (double) longest.toMillis());
    }

    /** The trial's verdict, or that of the second trial; there is no third. */
    static Verdict last(Settings settings, Supplier<Verdict> trial) {
        Verdict first = trial.get();
        double stall = longest(first);
        if (!settings.brief() || stall < STALL || !first.missedOnlyPace()) {
            return first;
        }
        System.out.printf(Locale.ROOT, "  the disk stood still for %.0f ms: once more%n", stall);
        return trial.get();
    }

    private static double longest(Verdict verdict) {
        return verdict.figures().stream()
                .filter(figure -> figure.name().equals(LONGEST))
                .mapToDouble(Figure::value)
                .max()
                .orElse(0);
    }
}
