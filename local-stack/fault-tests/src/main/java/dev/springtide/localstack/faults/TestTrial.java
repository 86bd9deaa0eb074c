package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.state.CpuLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One test run, in a Maven of its own; the figures are those that the tests left. */
final class TestTrial {

    private final TestRun run;
    private final Settings settings;

    TestTrial(TestRun run, Settings settings) {
        this.run = run;
        this.settings = settings;
    }

    Verdict run() {
        CpuLoad load = new CpuLoad();
        long begin = System.nanoTime();
        System.out.println(run.name() + ": " + run.about());
        String failure = null;
        List<Figure> figures = List.of();
        try {
            for (String test : run.tests()) {
                Files.deleteIfExists(document(test));
            }
            int exit = maven();
            figures = figures();
            failure = exit == 0 ? missing(figures) : "the tests failed, see " + log();
        } catch (IOException | InterruptedException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            failure = e.toString();
        }
        figures.forEach(figure -> System.out.println("  " + figure));
        return new Verdict(
                run.name(),
                run.about(),
                (System.nanoTime() - begin) / 1e9,
                load.foreign(),
                "no stream: tests of " + run.module(),
                figures,
                null,
                failure);
    }

    /** As on the page about testing, for exactly these tests. */
    List<String> command() {
        List<String> command = new ArrayList<>(List.of("./mvnw", "-q", "-B"));
        command.addAll(List.of("--no-transfer-progress", "verify", "-pl", run.module(), "-am"));
        String tests =
                Stream.concat(run.tests().stream(), run.others().stream())
                        .collect(Collectors.joining(","));
        command.add("-Dit.test=" + tests);
        command.addAll(
                List.of(
                        "-Dtest=none.Tests",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dfailsafe.failIfNoSpecifiedTests=false",
                        "-Dspringtide.seed=" + settings.seed(),
                        "-Dspringtide.doubts.seed=" + settings.seed()));
        run.properties().forEach(property -> command.add("-D" + property));
        return command;
    }

    private int maven() throws IOException, InterruptedException {
        Files.createDirectories(log().getParent());
        Process maven =
                new ProcessBuilder(command())
                        .directory(settings.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        Thread atExit =
                new Thread(() -> maven.descendants().forEach(ProcessHandle::destroyForcibly));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            return maven.waitFor();
        } finally {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }

    private List<Figure> figures() throws IOException {
        List<Figure> all = new ArrayList<>();
        for (String test : run.tests()) {
            if (Files.exists(document(test))) {
                JsonNode left = JsonMapper.shared().readTree(Files.readString(document(test)));
                for (Map.Entry<String, JsonNode> one : left.path("figures").properties()) {
                    all.add(figure(one.getKey(), one.getValue().asDouble()));
                }
            }
        }
        return all;
    }

    private Figure figure(String name, double value) {
        return run.bounds().stream()
                .filter(bound -> bound.figure().equals(name))
                .findFirst()
                .map(bound -> new Figure(name, value, bound.kind(), bound.limit()))
                .orElseGet(() -> Figure.told(name, value));
    }

    private @Nullable String missing(List<Figure> figures) {
        List<String> names = figures.stream().map(Figure::name).toList();
        List<String> missing =
                run.bounds().stream()
                        .map(TestRun.Bound::figure)
                        .filter(one -> !names.contains(one))
                        .toList();
        return missing.isEmpty() ? null : "figures that no test left: " + missing;
    }

    private Path document(String test) {
        return settings.root().resolve(run.module()).resolve("target/figures/" + test + ".json");
    }

    private Path log() {
        return settings.target().resolve("logs-" + run.name()).resolve("maven.log");
    }
}
