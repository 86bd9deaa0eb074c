package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;
import java.util.Set;

/** Redis frozen, then killed, while somebody sends far more than their quota. */
final class RedisGone implements Scenario {

    private static final double SHARE = 0.999;
    private static final int SLOWER = 50;
    private static final double P95 = 0.95;
    private static final int LOOKS_PER_SECOND = 10;
    private static final double SHARED = 1.5;

    @Override
    public String name() {
        return "redis-gone";
    }

    @Override
    public String about() {
        return "Redis SIGSTOPped, then SIGKILLed: orders and the catalogue go on, and a client that"
                + " sends four times its quota gets it at each gateway at most";
    }

    @Override
    public boolean judgesLatency() {
        return true;
    }

    @Override
    public Set<Part> several(boolean brief) {
        return Set.of(Part.GATEWAY);
    }

    @Override
    public void run(World world) throws Exception {
        try (Abuser abuser = Abuser.start(world);
                SteadyReads catalogue =
                        new SteadyReads(
                                world.customer("visitor").once(), "/api/v1/products/FAULT-0")) {
            catalogue.start(LOOKS_PER_SECOND);
            // The gateways have just been started, and slow ones would be compared with.
            world.goOn(Duration.ofMinutes(1), Duration.ZERO);
            long from = System.nanoTime();
            Attempts.Span before = pass(world);
            world.measured(Figure.told("p95 before, ms", before.quantile(P95)));
            world.measured(
                    Figure.atMost("quotas of an abuser before", abuser.quotasSince(from), SHARED));
            world.freeze(Part.REDIS);
            check(world, catalogue, abuser, "frozen", before);
            world.thaw(Part.REDIS);
            world.kill(Part.REDIS);
            check(world, catalogue, abuser, "killed", before);
            world.platform().start(Part.REDIS);
        }
    }

    private static Attempts.Span pass(World world) throws InterruptedException {
        return world.pass(Duration.ofSeconds(60), Duration.ofSeconds(5));
    }

    private static void check(
            World world, SteadyReads catalogue, Abuser abuser, String how, Attempts.Span before)
            throws InterruptedException {
        long from = System.nanoTime();
        Attempts.Span now = pass(world);
        Attempts.Span reads = catalogue.since(from);
        int gateways = world.platform().instances(Part.GATEWAY).size();
        world.measured(
                Figure.atMost(
                        "quotas of an abuser while " + how, abuser.quotasSince(from), gateways));
        // Else nothing would have held it back.
        world.measured(
                Figure.atLeast(
                        "quotas that it asked for while " + how, abuser.sentSince(from), gateways));
        world.measured(Figure.atLeast("accepted while " + how, now.accepted(), SHARE).ofPace());
        world.measured(
                Figure.atMost(
                                "p95 while " + how + ", ms",
                                now.quantile(P95),
                                before.quantile(P95) + SLOWER)
                        .ofPace());
        world.measured(
                Figure.atLeast("products shown while " + how, reads.share(200), SHARE).ofPace());
        world.measured(Figure.told("p95 of a product while " + how + ", ms", reads.quantile(P95)));
    }
}
