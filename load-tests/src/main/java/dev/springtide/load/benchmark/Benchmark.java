package dev.springtide.load.benchmark;

import dev.springtide.load.Arguments;
import dev.springtide.load.Documents;
import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.PlatformOptions;
import dev.springtide.localstack.launcher.showcase.Visitors;
import dev.springtide.localstack.launcher.state.CpuLoad;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A measurement from its command line to its verdict, on a platform of its own with AOT caches.
 * Exits with 0 when every bound held, 1 when not, 2 when it was misused or cannot be made here.
 *
 * @param instances how many of each service there may be
 * @param options its own, each followed by a value
 * @param measurement fails with {@link IllegalArgumentException} for values that make no sense
 */
record Benchmark(
        String name,
        int instances,
        Set<String> options,
        Function<Arguments, Measurement> measurement) {

    /** The working folder is the repository. */
    void run(String[] line) throws Exception {
        try {
            Arguments arguments = Arguments.of(List.of(line), Set.of("--keep"), options);
            Documents documents = new Documents(Path.of("").toAbsolutePath());
            Report report = measure(documents, measurement.apply(arguments));
            documents.write(report, arguments.has("--keep"));
            System.exit(report.hasPassed() ? 0 : 1);
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage());
            System.exit(2);
        }
    }

    private Report measure(Documents documents, Measurement settings) throws Exception {
        Path root = documents.repository();
        PlatformOptions where =
                PlatformOptions.forTests(
                        root, root.resolve("load-tests/target/logs-" + name), instances);
        try (Platform platform = new Platform(where)) {
            Visitors.rehearse(where, news -> System.err.println("  " + news));
            String began = Instant.now().toString();
            CpuLoad load = new CpuLoad();
            Findings findings = settings.on(platform);
            return Report.of(name, documents.commit(), began, settings, load.foreign(), findings);
        }
    }
}
