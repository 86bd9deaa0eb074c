package dev.springtide.localstack.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed copy of the last verdict of each scenario, with the runs they are from. */
record Results(List<RunDocument> runs) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A verdict and where it is from.
     *
     * @param run its place among the runs
     */
    record Known(int run, Verdict verdict) {}

    Results {
        runs = List.copyOf(runs);
    }

    static Path in(Path root) {
        return root.resolve("docs").resolve("results").resolve("faults.json");
    }

    /** Nothing where there is no file yet. */
    static Results read(Path file) throws IOException {
        return Files.exists(file)
                ? new Results(
                        JSON.readValue(
                                Files.readString(file), new TypeReference<List<RunDocument>>() {}))
                : new Results(List.of());
    }

    /** Its verdicts take the place of earlier ones of the same scenarios. */
    Results with(RunDocument later) {
        Set<String> superseded =
                later.verdicts().stream().map(Verdict::scenario).collect(Collectors.toSet());
        List<RunDocument> kept = new ArrayList<>();
        for (RunDocument run : runs) {
            RunDocument rest =
                    run.withVerdicts(
                            run.verdicts().stream()
                                    .filter(one -> !superseded.contains(one.scenario()))
                                    .toList());
            if (!rest.verdicts().isEmpty()) {
                kept.add(rest);
            }
        }
        kept.add(later);
        return new Results(kept);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(runs) + "\n");
    }

    Optional<Known> of(String scenario) {
        for (int run = 0; run < runs.size(); run++) {
            for (Verdict verdict : runs.get(run).verdicts()) {
                if (verdict.scenario().equals(scenario)) {
                    return Optional.of(new Known(run, verdict));
                }
            }
        }
        return Optional.empty();
    }
}
