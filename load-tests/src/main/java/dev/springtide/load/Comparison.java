package dev.springtide.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The capacity of some runs against that of a committed one, as ratios to what the database does
 * alone on the same machine in the same run.
 */
record Comparison(double before, double now) {
    private static final double LOWEST = 0.75;
    private static final double PERCENT = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Exits with 1 when the median is more than a quarter below the committed one. */
    public static void main(String[] line) {
        try {
            Arguments arguments = Arguments.of(List.of(line), Set.of(), Set.of("--against"));
            Path kept = Path.of(arguments.text("--against", "docs/results/capacity-short.json"));
            Comparison comparison =
                    of(
                            ratio(kept),
                            arguments.words().stream()
                                    .map(document -> ratio(Path.of(document)))
                                    .toList());
            System.out.println(comparison);
            System.exit(comparison.isSound() ? 0 : 1);
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage());
            System.exit(2);
        }
    }

    /** The median of these against the one before. */
    static Comparison of(double before, List<Double> ratios) {
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("no documents of runs to compare");
        }
        return new Comparison(before, Median.of(ratios));
    }

    /** A document without a baseline has no ratio and cannot be compared. */
    static double ratio(Path document) {
        if (!Files.isReadable(document)) {
            throw new IllegalArgumentException("no document " + document);
        }
        double ratio = JSON.readTree(document).path("capacity").path("ratio").asDouble(0);
        if (ratio <= 0) {
            throw new IllegalArgumentException(document + " holds no ratio to a baseline");
        }
        return ratio;
    }

    boolean isSound() {
        return now >= LOWEST * before;
    }

    @Override
    public String toString() {
        return "confirmed/s ÷ database alone: median %.3f, committed %.3f, %+.0f %%: %s"
                .formatted(
                        now,
                        before,
                        (now / before - 1) * PERCENT,
                        isSound() ? "holds" : "fell by more than a quarter");
    }
}
