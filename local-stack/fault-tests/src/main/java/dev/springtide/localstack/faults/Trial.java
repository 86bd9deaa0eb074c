package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.audit.AuditReport;
import dev.springtide.localstack.launcher.state.CpuLoad;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One scenario, from its first order to the audit. */
final class Trial {

    private static final int WARM = 100;
    private static final int BRIEFLY_WARM = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** After healing: one minute, and two for orders whose payment is in doubt. */
    private static final Duration TERMINAL = Duration.ofMinutes(1);

    private static final Duration DOUBTS = Duration.ofMinutes(2);

    private final Scenario scenario;
    private final Settings settings;

    Trial(Scenario scenario, Settings settings) {
        this.scenario = scenario;
        this.settings = settings;
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
            stream.start(settings.rate());
            world.progress().awaitConfirmed(settings.brief() ? BRIEFLY_WARM : WARM, PATIENCE);
            scenario.run(world);
            var _ = world.progress().awaitConfirmedAfterNow(PATIENCE);
            stream.drain();
            world.say(stream.summary());
            settle(world);
            world.measured(Figure.atMost("refused", stream.refused(), 0));
            AuditReport audit = stage.audit();
            System.out.println(audit.table());
            return verdict(load, begin, stream.summary(), world.figures(), audit, null);
        } catch (Exception e) {
            return failed(e, load, begin, stream.summary(), world.figures());
        }
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
