package dev.springtide.load.benchmark;

import dev.springtide.load.Bound;
import dev.springtide.load.Document;
import dev.springtide.load.machine.Hardware;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document that every benchmark leaves; {@code docs/results/} keeps copies.
 *
 * @param commit with {@code -dirty} where the working tree differs from it
 * @param foreignCores what others used meanwhile; above 0.1 it should be repeated
 * @param verdict {@code passed} or {@code failed}
 */
record Report(
        String name,
        String commit,
        String began,
        Hardware hardware,
        Measurement settings,
        double foreignCores,
        Object figures,
        List<Bound> bounds,
        String verdict)
        implements Document {

    static Report of(
            String name,
            String commit,
            String began,
            Measurement settings,
            double foreignCores,
            Findings findings) {
        boolean sound = findings.bounds().stream().allMatch(Bound::held);
        return new Report(
                name,
                commit,
                began,
                Hardware.ofThisMachine(),
                settings,
                foreignCores,
                findings.figures(),
                findings.bounds(),
                sound ? "passed" : "failed");
    }

    @Override
    public Summary summary() {
        Map<String, Double> held = new LinkedHashMap<>();
        bounds.forEach(bound -> held.put(bound.what(), bound.actual()));
        return new Summary(name, commit, began, verdict, foreignCores, held);
    }

    /**
     * A benchmark in one line.
     *
     * @param figures what was held against the bounds
     */
    record Summary(
            String name,
            String commit,
            String began,
            String verdict,
            double foreignCores,
            Map<String, Double> figures) {}
}
