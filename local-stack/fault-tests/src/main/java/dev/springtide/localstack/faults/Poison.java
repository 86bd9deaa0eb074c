package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.faults.ParkedRecords.Waiting;
import dev.springtide.localstack.launcher.audit.RecordPlace;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records that nobody can apply, among those that everybody can. */
final class Poison implements Scenario {

    private static final double LEAST_SHARE = 0.001;
    private static final double LEAST_THROUGHPUT = 0.9;

    /** Of a few seconds: one that orders are late is much of them. */
    private static final double LEAST_THROUGHPUT_IN_SHORT = 0.7;

    private static final Duration PARKED = Duration.ofSeconds(30);
    private static final Duration CLEAN = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String about() {
        return "broken JSON, wrong keys, missing headers, unknown types on every topic: all parked,"
                + " the others go on";
    }

    @Override
    public void run(World world) throws Exception {
        double before = confirmedPerSecond(world);
        int soundBefore = world.progress().events();
        BadRecords bad = new BadRecords(world);
        double meanwhile;
        try (bad) {
            bad.start();
            meanwhile = confirmedPerSecond(world);
        }
        double share = bad.parkedBy().size() / (double) (world.progress().events() - soundBefore);
        world.measured(Figure.told("bad records", bad.parkedBy().size()));
        world.measured(Figure.atLeast("share of all records", share, LEAST_SHARE));
        world.measured(
                Figure.atLeast(
                                "throughput against before",
                                meanwhile / before,
                                world.settings().brief()
                                        ? LEAST_THROUGHPUT_IN_SHORT
                                        : LEAST_THROUGHPUT)
                        .ofPace());
        ParkedRecords parked = new ParkedRecords(world);
        check(world, bad.parkedBy(), parked);
        cleanUp(world, bad.parkedBy().keySet(), parked);
    }

    private static double confirmedPerSecond(World world) throws Exception {
        long begin = System.nanoTime();
        int confirmed = world.progress().confirmed();
        world.goOn(Duration.ofMinutes(2), Duration.ofSeconds(6));
        return (world.progress().confirmed() - confirmed) * 1e9 / (System.nanoTime() - begin);
    }

    private static void check(
            World world, Map<RecordPlace, Set<String>> parkedBy, ParkedRecords parked) {
        Set<String> expected = new HashSet<>();
        parkedBy.forEach((place, by) -> by.forEach(one -> expected.add(one + " " + place)));
        Readiness.within(PARKED).until(() -> seen(parked.waiting(), false).containsAll(expected));
        List<Waiting> waiting = parked.waiting();
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(seen(waiting, false));
        Set<String> mistaken = new HashSet<>(seen(waiting, false));
        mistaken.removeAll(expected);
        missing.forEach(one -> world.say("not parked: " + one));
        mistaken.forEach(one -> world.say("parked by mistake: " + one));
        world.measured(Figure.told("to be parked", expected.size()));
        world.measured(Figure.atMost("not parked", missing.size(), 0));
        world.measured(Figure.atMost("parked by mistake", mistaken.size(), 0));
        world.measured(Figure.told("sound ones waiting behind", seen(waiting, true).size()));
    }

    private static Set<String> seen(List<Waiting> waiting, boolean sound) {
        Set<String> found = new HashSet<>();
        waiting.stream()
                .filter(one -> one.sound() == sound)
                .forEach(one -> found.add(one.consumer() + " " + one.place()));
        return found;
    }

    /** Gives up the bad ones, then applies what waited behind them. */
    private static void cleanUp(World world, Set<RecordPlace> bad, ParkedRecords parked) {
        Readiness.within(CLEAN)
                .until(() -> {
                    List<Waiting> waiting = parked.waiting();
                    waiting.stream().filter(o -> bad.contains(o.place())).forEach(parked::discard);
                    waiting.stream().filter(o -> !bad.contains(o.place())).forEach(parked::replay);
                    return waiting.isEmpty();
                });
        world.measured(Figure.atMost("parked after cleaning up", parked.waiting().size(), 0));
    }
}
