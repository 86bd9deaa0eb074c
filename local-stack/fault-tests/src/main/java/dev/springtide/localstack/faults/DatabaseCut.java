package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;

/**
 * The line between order-service and its database: cut while COMMITs are under way, slow, and at
 * last silent.
 */
final class DatabaseCut implements Scenario {

    /** One COMMIT in this many is cut: each takes a batch of orders with it. */
    private static final int ONE_IN = 8;

    private static final Duration LATENCY = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration HEALING = Duration.ofMinutes(3);
    private static final int SLOWEST_REFUSAL = 1_000;
    private static final double ALMOST_ALL = 0.99;
    private static final String URL = "SPRING_DATASOURCE_URL";

    @Override
    public String name() {
        return "database-cut";
    }

    @Override
    public String about() {
        return "order-service's line to PostgreSQL cut during COMMIT, then 5 ms slower, then"
                + " silent: no order lost or doubled, refused within 1 s, back within 10 s";
    }

    @Override
    public void run(World world) throws Exception {
        int postgres = world.platform().options().ports().postgres();
        try (Wire wire = new Wire(postgres, CommitWatch::new)) {
            connect(world, wire.port());
            try {
                var _ = world.progress().awaitConfirmedAfterNow(HEALING);
                world.calm();
                cuts(world, wire);
                latency(world, wire);
                silence(world, wire);
            } finally {
                connect(world, postgres);
            }
        }
    }

    private static void cuts(World world, Wire wire) throws Exception {
        wire.cutWatched(() -> {
            synchronized (world) {
                return world.random().nextInt(ONE_IN) == 0;
            }
        });
        Attempts.Span cut = world.pass(Duration.ofMinutes(2), Duration.ofSeconds(5));
        wire.cutWatched(() -> false);
        int least = world.settings().brief() ? 3 : 100;
        world.measured(Figure.atLeast("cut during COMMIT", wire.watchedCuts(), least));
        refused(world, "cut", cut);
        back(world, "cut");
    }

    private static void latency(World world, Wire wire) throws Exception {
        world.calm();
        wire.delay(LATENCY);
        Attempts.Span slow = world.pass(Duration.ofMinutes(1), Duration.ofSeconds(3));
        wire.delay(Duration.ZERO);
        world.measured(Figure.told("p95 with 5 ms each way, ms", slow.quantile(0.95)));
        world.measured(Figure.told("accepted at once with 5 ms each way", slow.accepted()));
        world.measured(Figure.atMost("unanswered with 5 ms each way", slow.unanswered(), 0));
    }

    private static void silence(World world, Wire wire) throws Exception {
        world.calm();
        wire.silence();
        Attempts.Span silent = world.pass(Duration.ofSeconds(30), Duration.ofSeconds(5));
        wire.speak();
        refused(world, "silent", silent);
        back(world, "silent");
    }

    private static void refused(World world, String how, Attempts.Span tries) {
        world.measured(Figure.told("accepted at once while " + how, tries.accepted()));
        world.measured(
                Figure.atMost(
                                "p99 while " + how + ", ms",
                                tries.quantile(ALMOST_ALL),
                                SLOWEST_REFUSAL)
                        .ofPace());
        world.measured(Figure.atMost("unanswered while " + how, tries.unanswered(), 0));
    }

    private static void back(World world, String how) throws Exception {
        Duration pause = world.progress().awaitConfirmedAfterNow(HEALING);
        world.measured(
                Figure.atMost("confirmed again after " + how, pause, LONGEST_PAUSE).ofPace());
    }

    private static void connect(World world, int port) {
        world.platform().set(Part.ORDER, URL, "jdbc:postgresql://127.0.0.1:" + port + "/orders");
        world.restart(world.platform().instances(Part.ORDER));
    }
}
