package dev.springtide.localstack.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command {@code ./faults}: runs scenarios one after the other and gives the verdict. */
public final class Faults {

    /**
     * In a short run on one platform: early, but not first, those that hold answers against
     * milliseconds, while no process is young; last those that want several instances, each the
     * instances of the one before where it can.
     */
    static final List<Scenario> ALL =
            List.of(
                    new ProviderAlwaysFails(),
                    new LegalHistory(),
                    new ProviderOutage(),
                    new KafkaDown(),
                    new Poison(),
                    new ProviderMisbehaviour(),
                    new DatabaseGone(),
                    new DatabaseCut(),
                    new DiskFull(),
                    new ClockSkew(),
                    new KillEveryProcess(),
                    new ScarceStock(),
                    new FrozenServices(),
                    new ZombieConsumers(),
                    new OneOrderPerKey(),
                    new FrozenRelayLeader(),
                    new RollingRestart(),
                    new RedisGone());

    private static final String DOCUMENT = "faults.json";

    private Faults() {}

    /** Exits with 0 when every scenario passed, 1 when one did not, 2 on a wrong command line. */
    public static void main(String[] line) throws IOException {
        Path root = Path.of(System.getProperty("springtide.root", ""));
        CommandLine command;
        try {
            command = CommandLine.parse(line, root.toAbsolutePath());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(CommandLine.USAGE);
            System.exit(2);
            return;
        }
        switch (command.task()) {
            case RUN -> System.exit(run(command) ? 0 : 1);
            case LIST -> list();
            case KEEP -> keep(command.settings());
            case TABLE -> GuaranteesPage.update(command.settings().root());
        }
    }

    private static void list() {
        ALL.forEach(one -> System.out.printf("%-22s %s%n", one.name(), one.about()));
        TestRun.ALL.forEach(one -> System.out.printf("%-22s %s%n", one.name(), one.about()));
    }

    private static void keep(Settings settings) throws IOException {
        Path results = Results.in(settings.root());
        RunDocument last = RunDocument.read(settings.target().resolve(DOCUMENT));
        Results.read(results).with(last).write(results);
        GuaranteesPage.update(settings.root());
    }

    /** The name, where there is a scenario or a test run of this name. */
    static String known(String name) {
        boolean known =
                ALL.stream().anyMatch(one -> one.name().equals(name))
                        || TestRun.ALL.stream().anyMatch(one -> one.name().equals(name));
        if (!known) {
            throw new IllegalArgumentException("no scenario '" + name + "'; see --list");
        }
        return name;
    }

    /** In short, unless they are named, only those that {@code ./mvnw verify} does not run. */
    private static boolean isWanted(CommandLine command, String name, boolean partOfVerify) {
        return command.scenarios().isEmpty()
                ? !command.settings().brief() || !partOfVerify
                : command.scenarios().contains(name);
    }

    private static List<Scenario> scenarios(CommandLine command) {
        return ALL.stream()
                .filter(one -> isWanted(command, one.name(), one.isPartOfVerify()))
                .toList();
    }

    private static List<TestRun> testRuns(CommandLine command) {
        return TestRun.ALL.stream().filter(one -> isWanted(command, one.name(), true)).toList();
    }

    private static void sayWhatIsLeftOut() {
        String names =
                Stream.concat(
                                ALL.stream().filter(Scenario::isPartOfVerify).map(Scenario::name),
                                TestRun.ALL.stream().map(TestRun::name))
                        .collect(Collectors.joining(", "));
        System.out.println("left out, as ./mvnw verify runs their short forms: " + names);
    }

    private static boolean run(CommandLine command) {
        Settings settings = command.settings();
        Instant began = Instant.now();
        System.out.println("seed " + settings.seed());
        if (settings.brief() && command.scenarios().isEmpty()) {
            sayWhatIsLeftOut();
        }
        Path document = settings.target().resolve(DOCUMENT);
        List<Verdict> verdicts = new ArrayList<>();
        Consumer<Verdict> keep =
                verdict -> {
                    verdicts.add(verdict);
                    System.out.printf(
                            "  %s after %.0f s%n",
                            verdict.passed() ? "passed" : "FAILED", verdict.seconds());
                    RunDocument.of(settings, began, List.copyOf(verdicts)).write(document);
                };
        new FaultRun(settings).run(scenarios(command), soFar -> keep.accept(soFar.getLast()));
        testRuns(command).forEach(run -> keep.accept(new TestTrial(run, settings).run()));
        System.out.print(VerdictTable.of(verdicts, Duration.between(began, Instant.now())));
        System.out.println("seed " + settings.seed() + ", written to " + document);
        return verdicts.stream().allMatch(Verdict::passed);
    }
}
