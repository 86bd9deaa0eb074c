package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A deployment: each instance is asked to end, and started again. */
final class RollingRestart implements Scenario {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration BRIEF_CALM = Duration.ofSeconds(1);
    private static final int ALL = 1;

    @Override
    public String name() {
        return "rolling-restart";
    }

    @Override
    public String about() {
        return "SIGTERM to each instance in turn (short: one of each service that callers reach),"
                + " started again: no request fails, no pause of 3 s between confirmations";
    }

    @Override
    public Set<Part> several(boolean brief) {
        return Set.copyOf(restarted(brief));
    }

    private static List<Part> restarted(boolean brief) {
        return brief ? List.of(Part.ORDER, Part.GATEWAY) : Part.services();
    }

    /** Beside the start of a process, two cores carry no more. */
    @Override
    public int rate() {
        return 30;
    }

    @Override
    public boolean isShortOfLife(boolean brief) {
        return true;
    }

    @Override
    public void run(World world) throws Exception {
        Instant began = Instant.now();
        long from = System.nanoTime();
        for (Part service : restarted(world.settings().brief())) {
            for (Instance instance : inTurn(world, service)) {
                restart(world, instance);
                world.goOn(CALM, BRIEF_CALM);
            }
        }
        Attempts.Span span = world.since(from);
        world.measured(Figure.atLeast("accepted at the first try", span.accepted(), ALL).ofPace());
        world.measured(Figure.atMost("answers 5xx", span.serverErrors(), 0).ofPace());
        world.measured(Figure.atMost("unanswered", span.unanswered(), 0));
        Duration pause = world.progress().longestPause(Timestamp.from(began));
        world.measured(
                Figure.atMost("longest pause between confirmations", pause, LONGEST_PAUSE)
                        .ofPace());
    }

    /** In a short run the one of order-service whose relay has to be handed over. */
    private static List<Instance> inTurn(World world, Part service) throws SQLException {
        if (!world.settings().brief()) {
            return world.platform().instances(service);
        }
        return List.of(
                service == Part.ORDER
                        ? RelayLease.read(world).holder(world.platform())
                        : world.anyOf(service));
    }

    private static void restart(World world, Instance instance) throws Exception {
        long begin = System.nanoTime();
        world.say("SIGTERM " + instance.label());
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> end = thread.submit(world.platform().server(instance)::stop);
            end.get();
        }
        world.say("it ended after %.1f s".formatted((System.nanoTime() - begin) / 1e9));
        world.platform().start(instance);
    }
}
