package dev.springtide.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The steady run: prepares products, offers orders at a constant rate, counts how they ended,
 * audits, and prints one JSON document. Needs a running platform; exits with 1 when a figure or the
 * audit is off.
 */
public final class Steady {
    private static final int SPARE_STOCK = 1_000;
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Settings settings;
    private final Path repository;
    private final Path target;

    private Steady(Settings settings, Path repository) {
        this.settings = settings;
        this.repository = repository;
        this.target = repository.resolve("load-tests/target");
    }

    /**
     * Takes its settings from system properties {@code load.*}; the working folder is the
     * repository.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean sound = new Steady(Settings.ofThisProcess(), Path.of("").toAbsolutePath()).run();
        System.exit(sound ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        PlatformClient platform = new PlatformClient(settings);
        stockUp(platform);
        Path state = repository.resolve(".springtide");
        Instant began = Instant.now();
        CpuTimes before = CpuTimes.now(state);
        Run generator = Run.of(repository, gatling());
        CpuTimes used = CpuTimes.now(state).since(before);
        Duration took = Duration.between(began, Instant.now());
        OrderCensus census = new OrderCensus(platform, settings, began);
        Duration settling = census.awaitRest(SETTLING);
        Map<String, Long> ends = census.byStatus();
        boolean audited = Run.of(repository, List.of("./run", "audit")).succeeded();
        Map<String, GatlingFigures> figures = GatlingFigures.in(generator.output());
        Verdict verdict = new Verdict(figures, ends, audited, generator.succeeded());
        Outcome outcome =
                new Outcome(
                        "steady",
                        Run.of(repository, List.of("git", "rev-parse", "--short", "HEAD"))
                                .firstLine(),
                        began.toString(),
                        Hardware.ofThisMachine(),
                        settings,
                        Load.of(used, took, ends.getOrDefault("CONFIRMED", 0L)),
                        figures,
                        verdict.acknowledged(),
                        ends,
                        settling.toMillis(),
                        audited ? "clean" : "breached",
                        verdict.isSound() ? "passed" : "failed");
        String json = JSON.writeValueAsString(outcome);
        Files.writeString(target.resolve("steady.json"), json + "\n");
        System.out.println(json);
        return verdict.isSound();
    }

    private void stockUp(PlatformClient platform) {
        long offered = settings.rate() * settings.warmUp().plus(settings.steady()).toSeconds();
        int pieces = (int) (offered * 3 / settings.goods()) + SPARE_STOCK;
        for (int product = 0; product < settings.goods(); product++) {
            platform.stock(settings.sku(product), pieces);
        }
    }

    private List<String> gatling() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        settings.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "io.gatling.app.Gatling"));
        command.addAll(List.of("--simulation", "dev.springtide.load.simulation.SteadyOrders"));
        command.addAll(List.of("--results-folder", target.resolve("gatling").toString()));
        return command;
    }
}
