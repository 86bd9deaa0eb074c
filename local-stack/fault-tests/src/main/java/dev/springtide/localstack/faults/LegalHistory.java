package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.audit.AuditTarget;
import java.time.Duration;

/** Many read while many write: what they see never goes back and never takes an illegal way. */
final class LegalHistory implements Scenario {

    private static final int ENOUGH = 1_000_000;
    private static final int ENOUGH_IN_SHORT = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Duration LONGEST_IN_SHORT = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "legal-history";
    }

    @Override
    public String about() {
        return "concurrent readers and writers: no version goes back, no move but a legal one";
    }

    @Override
    public void run(World world) throws Exception {
        boolean brief = world.settings().brief();
        int enough = brief ? ENOUGH_IN_SHORT : ENOUGH;
        int written = world.progress().history();
        HistoryChecker checker = new HistoryChecker(LegalMoves.of(world.settings().root()));
        Interventions writers = new Interventions(world);
        OrderReaders readers = new OrderReaders(world, checker);
        try (writers;
                readers) {
            writers.start();
            readers.start();
            Readiness.within(brief ? LONGEST_IN_SHORT : LONGEST)
                    .until(() -> {
                        world.goOn(BETWEEN, BETWEEN);
                        return checker.observations() + world.progress().history() - written
                                >= enough;
                    });
        }
        world.measured(Figure.told("seen by readers", checker.observations()));
        StoredHistory.check(AuditTarget.of(world.platform()).orders(), checker);
        writers.measure();
        checker.violations().forEach(world::say);
        world.measured(Figure.atLeast("observations", checker.observations(), enough));
        world.measured(Figure.atMost("violations", checker.violated(), 0));
        world.measured(Figure.told("readers without an answer", readers.unanswered()));
    }
}
