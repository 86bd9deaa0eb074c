package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.state.CpuLoad;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One scenario, from its first order to the audit. */
final class Trial {

    private static final int FIRST_RATE = 10;
    private static final int FIRST_ORDERS = 30;
    private static final int WARM = 100;
    private static final int BRIEFLY_WARM = 15;
    private static final int HOT = 6_000;
    private static final int STEPS = 3;
    private static final int BRIEFLY_HOT = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** After healing: one minute, and two for orders whose payment is in doubt. */
    private static final Duration TERMINAL = Duration.ofMinutes(1);

    private static final Duration DOUBTS = Duration.ofMinutes(2);

    private final Scenario scenario;
    private final Settings settings;

    Trial(Scenario scenario, Settings settings) {
        this.scenario = scenario;
        this.settings = settings.of(scenario);
    }

    /** Leaves the stage open. */
    Verdict run(Supplier<Stage> stages) {
        System.out.println(scenario.name() + ": " + scenario.about());
        CpuLoad load = new CpuLoad();
        long begin = System.nanoTime();
        try {
            Stage stage = stages.get();
            begin = System.nanoTime();
            try (World world = new World(settings, stage, scenario.name())) {
                return play(world, stage, load, begin);
            }
        } catch (RuntimeException e) {
            return failed(e, load, begin, "none offered", List.of());
        }
    }

    private Verdict play(World world, Stage stage, CpuLoad load, long begin) {
        OrderStream stream = world.stream();
        try {
            int rejectedBefore = world.progress().rejectedWithoutCause();
            if (stage.acknowledged().isEmpty()) {
                wake(world);
            }
            warmUp(world, warm(stage));
            world.measured(Figure.told("orders offered per second", settings.rate()));
            provoke(world);
            var _ = world.progress().awaitConfirmedAfterNow(PATIENCE);
            stream.drain();
            world.say(stream.summary());
            settle(world);
            world.measured(Figure.atMost("refused", stream.refused(), 0));
            world.measured(Figure.atMost("503 without Retry-After", stream.unadvised(), 0));
            int rejected = world.progress().rejectedWithoutCause() - rejectedBefore;
            world.measured(Figure.atMost("rejected without cause", rejected, 0));
            int untold =
                    world.progress().ordersOf(OrderStream.CUSTOMER) - stage.acknowledged().size();
            world.measured(Figure.atMost("orders that nobody was told of", untold, 0));
            AuditReport audit = stage.audit();
            world.say(
                    audit.clean()
                            ? "the audit is clean: %d checks".formatted(audit.checks().size())
                            : audit.table());
            return verdict(load, begin, stream.summary(), world.figures(), audit, null);
        } catch (Exception e) {
            return failed(e, load, begin, stream.summary(), world.figures());
        }
    }

    /** Its figures end with what the disk did meanwhile. */
    private void provoke(World world) throws Exception {
        try (DiskWatch disk = DiskWatch.in(world.platform().options().data())) {
            try {
                scenario.run(world);
            } finally {
                world.measured(Retrial.told(disk.longest()));
            }
        }
    }

    /** A few orders at first: what has just been started is slow, and slower under more of them. */
    private static void wake(World world) throws SQLException {
        world.stream().start(FIRST_RATE);
        world.progress().awaitConfirmed(FIRST_ORDERS, PATIENCE);
    }

    /**
     * The rate rises in steps, for young processes do not carry a high one; in a short run it is
     * low.
     *
     * @param orders to be confirmed in all
     */
    private void warmUp(World world, int orders) throws SQLException {
        int steps = settings.brief() ? 1 : STEPS;
        for (int step = 1; step <= steps; step++) {
            world.stream().start(Math.max(settings.rate() * step / steps, 1));
            world.progress().awaitConfirmed(orders / steps, PATIENCE);
        }
    }

    /** Orders to be confirmed before anything is provoked; fewer where many were before. */
    private int warm(Stage stage) {
        int least = settings.brief() ? BRIEFLY_WARM : WARM;
        int hot = settings.brief() ? BRIEFLY_HOT : HOT;
        return scenario.judgesLatency()
                ? Math.max(least, hot - stage.acknowledged().size())
                : least;
    }

    private static void settle(World world) throws Exception {
        Duration sure = world.progress().untilSure(DOUBTS);
        Duration all = sure.plus(world.progress().untilFewer(1, DOUBTS));
        world.measured(Figure.atMost("terminal after healing", sure, TERMINAL));
        world.measured(Figure.atMost("doubts resolved after healing", all, DOUBTS));
        world.measured(Figure.atMost("not terminal", world.progress().inMotion(), 0));
    }

    private Verdict failed(
            Exception e, CpuLoad load, long begin, String orders, List<Figure> figures) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        System.out.println("  failed: " + e);
        return verdict(load, begin, orders, figures, null, e.toString());
    }

    private Verdict verdict(
            CpuLoad load,
            long begin,
            String orders,
            List<Figure> figures,
            @Nullable AuditReport audit,
            @Nullable String failure) {
        return new Verdict(
                scenario.name(),
                scenario.about(),
                (System.nanoTime() - begin) / 1e9,
                load.foreign(),
                orders,
                List.copyOf(figures),
                audit,
                failure);
    }
}
