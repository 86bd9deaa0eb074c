package dev.springtide.load;

import dev.springtide.load.machine.CpuDiary;
import dev.springtide.load.machine.Hardware;
import dev.springtide.load.machine.LocalPlatform;
import dev.springtide.load.machine.Run;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One suite from its preparation to its verdict: stocks the goods, offers the orders, waits for the
 * last to end, audits, and prints one JSON document. Needs a running platform; exits with 1 when a
 * bound or the audit is broken.
 *
 * <p>Of a platform that runs elsewhere neither its CPU, the database alone nor the audit can be had
 * from here; the document says so.
 */
final class SuiteRun {
    private static final String CLEAN = "clean";
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final int BASELINE_SECONDS = 30;
    private static final int BASELINE_SECONDS_SHORT = 12;

    private final Settings settings;
    private final Path repository;
    private final Documents documents;
    private final @Nullable LocalPlatform local;

    private SuiteRun(Settings settings, Path repository, @Nullable LocalPlatform local) {
        this.settings = settings;
        this.repository = repository;
        this.documents = new Documents(repository);
        this.local = local;
    }

    /** The working folder is the repository. */
    public static void main(String[] line) throws Exception {
        try {
            Arguments arguments = Arguments.of(List.of(line), Settings.FLAGS, Settings.VALUES);
            Path repository = Path.of("").toAbsolutePath();
            Optional<LocalPlatform> running = LocalPlatform.running(repository);
            Settings settings =
                    Settings.of(
                            arguments,
                            running.map(LocalPlatform::gateway)
                                    .orElse(URI.create("http://127.0.0.1:8080")),
                            running.map(LocalPlatform::issuer)
                                    .orElse(URI.create("http://127.0.0.1:8090/issuer")));
            LocalPlatform local =
                    running.filter(at -> at.gateway().equals(settings.gateway())).orElse(null);
            SuiteRun run = new SuiteRun(settings, repository, local);
            Outcome outcome = run.run(!arguments.has("--no-baseline"));
            run.documents.write(outcome, arguments.has("--keep"));
            System.exit(outcome.hasPassed() ? 0 : 1);
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage());
            System.exit(2);
        }
    }

    private Outcome run(boolean withBaseline)
            throws IOException, InterruptedException, SQLException {
        Baseline baseline = withBaseline ? baseline() : null;
        PlatformClient platform = new PlatformClient(settings);
        platform.stockUp();
        OrderCensus census = new OrderCensus(platform, settings, Instant.now());
        Answers.Report answers;
        CpuDiary diary = CpuDiary.of(local == null ? Map.of() : local.pids());
        LeakWatch leaks = LeakWatch.of(settings, local);
        try (diary;
                leaks) {
            answers = new Generator(settings, repository).run();
        }
        census.awaitRest(SETTLING);
        Measured measured = new Measured(settings, answers, census.orders(), diary);
        String audit = audit();
        Sale sale =
                settings.suite() == Suite.FLASH_SALE
                        ? Sale.of(measured.afterWarmUp(), settings.flashUnits(), platform.sold())
                        : null;
        return outcome(measured, baseline, sale, leaks.growth(), audit);
    }

    private Outcome outcome(
            Measured measured,
            @Nullable Baseline baseline,
            @Nullable Sale sale,
            List<Growth> growth,
            String audit)
            throws IOException, InterruptedException {
        List<PhaseFigures> phases = measured.phases();
        Map<String, Long> ends = measured.ends();
        Capacity capacity =
                settings.suite() == Suite.CAPACITY
                        ? Capacity.of(phases, settings.brief(), baseline)
                        : null;
        List<Bound> bounds =
                new Judgement(
                                settings.suite(),
                                settings.brief(),
                                phases,
                                measured.acknowledged(),
                                ends,
                                capacity,
                                sale,
                                growth)
                        .bounds();
        boolean sound =
                bounds.stream().allMatch(Bound::held) && (local == null || audit.equals(CLEAN));
        return new Outcome(
                settings.document(),
                documents.commit(),
                measured.began().toString(),
                Hardware.ofThisMachine(),
                settings,
                measured.cpu(),
                phases,
                measured.acknowledged(),
                ends,
                measured.settlingMillis(),
                baseline,
                capacity,
                sale,
                growth,
                bounds,
                audit,
                sound ? "passed" : "failed");
    }

    private @Nullable Baseline baseline() throws IOException, InterruptedException, SQLException {
        if (settings.suite() != Suite.CAPACITY || local == null) {
            return null;
        }
        int seconds = settings.brief() ? BASELINE_SECONDS_SHORT : BASELINE_SECONDS;
        return Baseline.measure(local, Baseline.CLIENTS, seconds).orElse(null);
    }

    private String audit() throws IOException, InterruptedException {
        if (local == null) {
            return "not possible from here";
        }
        return verdict(Run.of(repository, List.of("./run", "audit")).exitCode());
    }

    /** What the exit code of {@code ./run audit} says. */
    static String verdict(int exitCode) {
        return switch (exitCode) {
            case 0 -> CLEAN;
            case 1 -> "breached";
            default -> "not done";
        };
    }
}
