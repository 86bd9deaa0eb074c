package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;

/** PostgreSQL killed, then frozen. */
final class DatabaseGone implements Scenario {

    private static final Duration HEALING = Duration.ofMinutes(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int SLOWEST_REFUSAL = 1_000;
    private static final double ALMOST_ALL = 0.99;

    @Override
    public String name() {
        return "database-gone";
    }

    @Override
    public String about() {
        return "PostgreSQL SIGKILLed, then SIGSTOPped: refused within 1 s, back within 10 s";
    }

    @Override
    public void run(World world) throws Exception {
        world.kill(Part.POSTGRES);
        refusals(world, "killed");
        world.platform().start(Part.POSTGRES);
        back(world, "killed");
        world.calm();
        world.freeze(Part.POSTGRES);
        refusals(world, "frozen");
        world.thaw(Part.POSTGRES);
        back(world, "frozen");
    }

    private static void refusals(World world, String how) throws InterruptedException {
        Attempts.Span down = world.pass(Duration.ofSeconds(30), Duration.ofSeconds(4));
        world.measured(
                Figure.atMost(
                                "p99 of refusals while " + how + ", ms",
                                down.quantile(ALMOST_ALL),
                                SLOWEST_REFUSAL)
                        .ofPace());
        world.measured(Figure.atMost("unanswered while " + how, down.unanswered(), 0));
    }

    private static void back(World world, String how) throws Exception {
        Duration pause = world.progress().awaitConfirmedAfterNow(HEALING);
        world.measured(
                Figure.atMost("confirmed again after " + how, pause, LONGEST_PAUSE).ofPace());
    }
}
