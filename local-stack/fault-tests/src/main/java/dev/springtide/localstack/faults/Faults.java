package dev.springtide.localstack.faults;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command {@code ./faults}: runs scenarios one after the other and gives the verdict. */
public final class Faults {

    private static final List<Scenario> ALL =
            List.of(
                    new KillEveryProcess(),
                    new OneOrderPerKey(),
                    new FrozenRelayLeader(),
                    new ZombieConsumers(),
                    new RollingRestart(),
                    new FrozenServices(),
                    new ProviderOutage(),
                    new ProviderMisbehaviour(),
                    new RedisGone(),
                    new KafkaDown(),
                    new DatabaseGone());

    private Faults() {}

    /** Exits with 0 when every scenario passed, 1 when one did not, 2 on a wrong command line. */
    public static void main(String[] line) {
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
        if (command.list()) {
            ALL.forEach(one -> System.out.printf("%-22s %s%n", one.name(), one.about()));
            return;
        }
        System.exit(run(command) ? 0 : 1);
    }

    /** The scenario of this name. */
    static Scenario named(String name) {
        return ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no scenario '" + name + "'; see --list"));
    }

    private static boolean run(CommandLine command) {
        Settings settings = command.settings();
        Instant began = Instant.now();
        System.out.println("seed " + settings.seed());
        List<Scenario> scenarios =
                command.scenarios().isEmpty()
                        ? ALL
                        : command.scenarios().stream().map(Faults::named).toList();
        Path document = settings.target().resolve("faults.json");
        List<Verdict> verdicts = new ArrayList<>();
        new FaultRun(settings)
                .run(
                        scenarios,
                        soFar -> {
                            verdicts.add(soFar.getLast());
                            RunDocument.of(settings, began, soFar).write(document);
                        });
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
