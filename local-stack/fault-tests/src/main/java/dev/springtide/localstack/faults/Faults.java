package dev.springtide.localstack.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The command {@code ./faults}: runs scenarios one after the other and gives the verdict. */
public final class Faults {

    /**
     * In a short run on one platform: early, but not first, those that hold answers against
     * milliseconds, while no process is young; last those that want several instances.
     */
    static final List<Scenario> ALL =
            List.of(
                    new ProviderAlwaysFails(),
                    new LegalHistory(),
                    new ProviderOutage(),
                    new RedisGone(),
                    new KafkaDown(),
                    new Poison(),
                    new ProviderMisbehaviour(),
                    new DatabaseGone(),
                    new DatabaseCut(),
                    new DiskFull(),
                    new ClockSkew(),
                    new FrozenServices(),
                    new KillEveryProcess(),
                    new OneOrderPerKey(),
                    new FrozenRelayLeader(),
                    new ZombieConsumers(),
                    new RollingRestart());

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

    private static List<Scenario> scenarios(CommandLine command) {
        return ALL.stream()
                .filter(one ->
                        command.scenarios().isEmpty() || command.scenarios().contains(one.name()))
                .toList();
    }

    /** In short none but those that are named: {@code ./mvnw verify} runs them with few counts. */
    private static List<TestRun> testRuns(CommandLine command) {
        return TestRun.ALL.stream()
                .filter(one ->
                        command.scenarios().isEmpty()
                                ? !command.settings().brief()
                                : command.scenarios().contains(one.name()))
                .toList();
    }

    private static boolean run(CommandLine command) {
        Settings settings = command.settings();
        Instant began = Instant.now();
        System.out.println("seed " + settings.seed());
        Path document = settings.target().resolve(DOCUMENT);
        List<Verdict> verdicts = new ArrayList<>();
        Consumer<Verdict> keep =
                verdict -> {
                    verdicts.add(verdict);
                    RunDocument.of(settings, began, List.copyOf(verdicts)).write(document);
                };
        new FaultRun(settings).run(scenarios(command), soFar -> keep.accept(soFar.getLast()));
        testRuns(command).forEach(run -> keep.accept(new TestTrial(run, settings).run()));
        System.out.println(table(verdicts));
        System.out.println("seed " + settings.seed() + ", written to " + document);
        return verdicts.stream().allMatch(Verdict::passed);
    }

    static String table(List<Verdict> verdicts) {
        StringBuilder text = new StringBuilder();
        for (Verdict verdict : verdicts) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-6s  %-22s %4.0f s  %s%n",
                            verdict.passed() ? "passed" : "FAILED",
                            verdict.scenario(),
                            verdict.seconds(),
                            verdict.orders()));
            if (verdict.failure() != null) {
                text.append("          ").append(verdict.failure()).append('\n');
            }
            verdict.figures()
                    .forEach(figure -> text.append("          ").append(figure).append('\n'));
        }
        return text.toString();
    }
}
