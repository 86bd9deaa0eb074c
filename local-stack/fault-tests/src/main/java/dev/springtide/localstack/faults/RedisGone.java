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
        return "Redis SIGSTOPped, then SIGKILLed: orders and the catalogue go on";
    }

    @Override
    public boolean judgesLatency() {
        return true;
    }

    @Override
    public void run(World world) throws Exception {
        try (CatalogueReads reads = new CatalogueReads(world)) {
            reads.start();
            Attempts.Span before = pass(world);
            world.measured(Figure.told("p95 before, ms", before.quantile(P95)));
            world.freeze(Part.REDIS);
            check(world, reads, "frozen", before);
            world.thaw(Part.REDIS);
            world.kill(Part.REDIS);
            check(world, reads, "killed", before);
            world.platform().start(Part.REDIS);
        }
    }

    private static Attempts.Span pass(World world) throws InterruptedException {
        return world.pass(Duration.ofSeconds(60), Duration.ofSeconds(5));
    }

    private static void check(
            World world, CatalogueReads catalogue, String how, Attempts.Span before)
            throws InterruptedException {
        long from = System.nanoTime();
        Attempts.Span now = pass(world);
        Attempts.Span reads = catalogue.since(from);
        world.measured(Figure.atLeast("accepted while " + how, now.accepted(), SHARE));
        world.measured(
                Figure.atMost(
                        "p95 while " + how + ", ms",
                        now.quantile(P95),
                        before.quantile(P95) + SLOWER));
        world.measured(Figure.atLeast("products shown while " + how, reads.share(200), SHARE));
        world.measured(Figure.told("p95 of a product while " + how + ", ms", reads.quantile(P95)));
    }
}
