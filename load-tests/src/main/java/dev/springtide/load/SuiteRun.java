package dev.springtide.load;

import dev.springtide.load.machine.CpuDiary;
import dev.springtide.load.machine.Hardware;
import dev.springtide.load.machine.LocalPlatform;
import dev.springtide.load.machine.Run;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One suite from its preparation to its verdict: stocks the goods, offers the orders, waits for the
 * last to end, audits, and prints one JSON document. Needs a running platform; exits with 1 when a
 * bound or the audit is broken.
 *
 * <p>Of a platform that runs elsewhere neither CPU, baseline nor audit can be had from here; the
 * document says so.
 */
public final class SuiteRun {
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final int BASELINE_SECONDS = 30;
    private static final int BASELINE_SECONDS_SHORT = 12;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Settings settings;
    private final Path repository;
    private final @Nullable LocalPlatform local;
    private final boolean withBaseline;

    private SuiteRun(
            Settings settings,
            Path repository,
            @Nullable LocalPlatform local,
            boolean withBaseline) {
        this.settings = settings;
        this.repository = repository;
        this.local = local;
        this.withBaseline = withBaseline;
    }

    /** The working folder is the repository. */
    public static void main(String[] line) throws Exception {
        Path repository = Path.of("").toAbsolutePath();
        Optional<LocalPlatform> running = LocalPlatform.running(repository);
        URI gateway =
                running.map(LocalPlatform::gateway).orElse(URI.create("http://127.0.0.1:8080"));
        URI issuer =
                running.map(LocalPlatform::issuer)
                        .orElse(URI.create("http://127.0.0.1:8090/issuer"));
        try {
            Arguments arguments = Arguments.of(List.of(line));
            Settings settings = arguments.settings(gateway, issuer);
            LocalPlatform local =
                    running.filter(at -> at.gateway().equals(settings.gateway())).orElse(null);
            boolean withBaseline =
                    settings.suite() == Suite.CAPACITY && !arguments.has("--no-baseline");
            Outcome outcome = new SuiteRun(settings, repository, local, withBaseline).run();
            String json = JSON.writeValueAsString(outcome) + "\n";
            String file = outcome.name() + ".json";
            Files.writeString(repository.resolve("load-tests/target").resolve(file), json);
            if (arguments.has("--keep")) {
                Files.writeString(repository.resolve("docs/results").resolve(file), json);
            }
            System.out.print(json);
            outcome.bounds().forEach(System.err::println);
            System.exit(outcome.verdict().equals("passed") ? 0 : 1);
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage());
            System.exit(2);
        }
    }

    private Outcome run() throws IOException, InterruptedException, SQLException {
        Baseline baseline = baseline();
        PlatformClient platform = new PlatformClient(settings);
        Goods.stockUp(settings, platform);
        Instant start = Instant.now();
        Run generator;
        CpuDiary diary = CpuDiary.of(local == null ? Map.of() : local.pids());
        LeakWatch leaks = LeakWatch.of(settings, local);
        try (diary;
                leaks) {
            generator = new Generator(settings, repository).run();
        }
        Instant began = Generator.began(generator.output());
        OrderCensus census = new OrderCensus(platform, settings, start);
        Duration settling = census.awaitRest(SETTLING);
        List<OrderRecord> orders = census.orders();
        String audit = audit();
        List<PhaseFigures> phases = phases(began, generator, orders, diary);
        Map<String, Long> ends = ends(orders);
        long acknowledged = phases.stream().mapToLong(PhaseFigures::admitted).sum();
        Outcome.Capacity capacity = Outcome.Capacity.of(PhaseFigures.best(phases), baseline);
        List<Growth> growth = leaks.growth();
        List<Bound> bounds =
                new Judgement(
                                settings,
                                Judgement.byName(phases),
                                acknowledged,
                                ends,
                                capacity,
                                growth,
                                Goods.decisionsPerSecond(orders, phaseBegin(began)))
                        .bounds();
        boolean sound = bounds.stream().allMatch(Bound::held) && !audit.equals("breached");
        return new Outcome(
                settings.suite().label() + (settings.brief() ? "-short" : ""),
                commit(),
                began.toString(),
                Hardware.ofThisMachine(),
                settings,
                Load.of(
                        diary.between(began, began.plusSeconds(settings.seconds())),
                        Duration.ofSeconds(settings.seconds()),
                        ends.getOrDefault("CONFIRMED", 0L)),
                GatlingFigures.in(generator.output()),
                phases,
                acknowledged,
                ends,
                settling.toMillis(),
                baseline,
                settings.suite() == Suite.CAPACITY ? capacity : null,
                growth,
                bounds,
                audit,
                sound ? "passed" : "failed");
    }

    private @Nullable Baseline baseline() throws IOException, InterruptedException, SQLException {
        if (!withBaseline || local == null) {
            return null;
        }
        int seconds = settings.brief() ? BASELINE_SECONDS_SHORT : BASELINE_SECONDS;
        return Baseline.measure(local, Baseline.CLIENTS, seconds).orElse(null);
    }

    private Instant phaseBegin(Instant began) {
        return began.plusSeconds(settings.phases().getFirst().seconds());
    }

    private List<PhaseFigures> phases(
            Instant began, Run generator, List<OrderRecord> orders, CpuDiary diary) {
        Map<String, Answers.Figures> answers = Answers.in(generator.output());
        List<PhaseFigures> phases = new ArrayList<>();
        Instant begin = began;
        for (Phase phase : settings.phases()) {
            Answers.Figures figures = answers.getOrDefault(phase.name(), Answers.Figures.NONE);
            phases.add(PhaseFigures.of(phase, begin, figures, orders, diary));
            begin = begin.plusSeconds(phase.seconds());
        }
        return phases;
    }

    private static Map<String, Long> ends(List<OrderRecord> orders) {
        Map<String, Long> ends = new LinkedHashMap<>();
        OrderCensus.ENDS.forEach(status -> ends.put(status, 0L));
        OrderCensus.ON_THE_WAY.forEach(status -> ends.put(status, 0L));
        orders.forEach(order -> ends.merge(order.status(), 1L, Long::sum));
        return ends;
    }

    private String audit() throws IOException, InterruptedException {
        if (local == null) {
            return "not possible from here";
        }
        return Run.of(repository, List.of("./run", "audit")).succeeded() ? "clean" : "breached";
    }

    private String commit() throws IOException, InterruptedException {
        return Run.of(repository, List.of("git", "rev-parse", "--short", "HEAD")).firstLine();
    }
}
