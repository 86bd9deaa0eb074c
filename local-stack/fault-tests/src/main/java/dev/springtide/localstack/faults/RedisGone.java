package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;

/** Redis frozen, then killed. */
final class RedisGone implements Scenario {

    private static final double SHARE = 0.999;
    private static final int SLOWER = 50;
    private static final double P95 = 0.95;

    @Override
    public String name() {
        return "redis-gone";
    }

    @Override
    public String about() {
        return "Redis SIGSTOPped, then SIGKILLed: orders go on";
    }

    @Override
    public void run(World world) throws Exception {
        Attempts.Span before = pass(world);
        world.measured(Figure.told("p95 before, ms", before.quantile(P95)));
        world.freeze(Part.REDIS);
        check(world, "frozen", before, pass(world));
        world.thaw(Part.REDIS);
        world.kill(Part.REDIS);
        check(world, "killed", before, pass(world));
        world.platform().start(Part.REDIS);
    }

    private static Attempts.Span pass(World world) throws InterruptedException {
        return world.pass(Duration.ofMinutes(1), Duration.ofSeconds(8));
    }

    private static void check(World world, String how, Attempts.Span before, Attempts.Span now) {
        world.measured(Figure.atLeast("accepted while " + how, now.accepted(), SHARE));
        world.measured(
                Figure.atMost(
                        "p95 while " + how + ", ms",
                        now.quantile(P95),
                        before.quantile(P95) + SLOWER));
    }
}
