package dev.springtide.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The capacity of three runs against that of a committed one, as ratios to what the database does
 * alone on the same machine in the same run.
 */
public record Comparison(double before, double now) {
    private static final double LOWEST = 0.75;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Exits with 1 when the median is more than a quarter below the committed one. */
    public static void main(String[] line) {
        Arguments arguments = Arguments.of(List.of(line));
        Path kept = Path.of(arguments.text("--against", "docs/results/capacity-short.json"));
        List<Path> runs = arguments.words().stream().map(Path::of).toList();
        if (runs.isEmpty() || !Files.isReadable(kept)) {
            System.err.println("Needs documents of runs, and " + kept + " to compare them with");
            System.exit(2);
        }
        Comparison comparison = of(ratio(kept), runs.stream().map(Comparison::ratio).toList());
        System.out.println(comparison);
        System.exit(comparison.isSound() ? 0 : 1);
    }

    static Comparison of(double before, List<Double> ratios) {
        return new Comparison(
                before, Growth.median(ratios.stream().mapToDouble(ratio -> ratio).toArray()));
    }

    /** A document without a baseline has no ratio and cannot be compared. */
    static double ratio(Path document) {
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
                        (now / before - 1) * 100,
                        isSound() ? "holds" : "fell by more than a quarter");
    }
}
