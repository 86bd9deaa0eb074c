package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Services whose clocks disagree by minutes, then one of them is put back by an hour. */
final class ClockSkew implements Scenario {

    private static final Duration FAST = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration FULL = Duration.ofMinutes(2);
    private static final Duration BRIEF = Duration.ofSeconds(3);
    private static final Duration HEALING = Duration.ofMinutes(2);

    /** What has just been started is slow and refuses orders, whatever its clock says. */
    private static final Duration WARMING = Duration.ofMinutes(1);

    private static final Duration BRIEFLY_WARMING = Duration.ZERO;
    private static final double SHARE = 0.999;
    private static final int UNAUTHORIZED = 401;
    private static final String INVERTED =
            """
            SELECT count(*)
              FROM (SELECT at, lag(at) OVER (PARTITION BY order_id ORDER BY version) AS before
                      FROM order_timeline) entries
             WHERE at < before
            """;

    @Override
    public String name() {
        return "clock-skew";
    }

    @Override
    public String about() {
        return "clocks of services 5 min fast and slow, then one an hour back: nothing expires"
                + " early, nothing is inverted, no token is refused";
    }

    /** Beside the start of half of all processes, two cores carry no more. */
    @Override
    public int rate() {
        return 20;
    }

    @Override
    public Set<Part> several(boolean brief) {
        return brief ? Set.of() : Set.copyOf(Part.services());
    }

    @Override
    public void run(World world) throws Exception {
        try {
            offset(world, FAST, first(world));
            offset(world, FAST.negated(), others(world));
            works(world, "5 min to either side");
            offset(world, FAST.minus(STEP), first(world));
            works(world, "an hour back");
        } finally {
            offset(
                    world,
                    Duration.ZERO,
                    Stream.of(first(world), others(world)).flatMap(List::stream).toList());
        }
        world.measured(Figure.atMost("entries of history inverted", count(world, INVERTED), 0));
    }

    /** Of each service; in a short run of the one that decides. */
    private static List<Instance> first(World world) {
        return world.settings().brief()
                ? List.of(Instance.of(Part.ORDER))
                : Part.services().stream().map(Instance::of).toList();
    }

    /**
     * The instances that disagree with the first of their service; in a short run all others do.
     */
    private static List<Instance> others(World world) {
        return world.settings().brief()
                ? List.of()
                : Part.services().stream()
                        .flatMap(part -> world.platform().instances(part).stream().skip(1))
                        .toList();
    }

    private static void works(World world, String how) throws Exception {
        var _ = world.progress().awaitConfirmedAfterNow(HEALING);
        world.calm();
        world.goOn(WARMING, BRIEFLY_WARMING);
        Attempts.Span skewed = world.pass(FULL, BRIEF);
        world.measured(Figure.atLeast("accepted, " + how, skewed.accepted(), SHARE).ofPace());
        world.measured(Figure.atMost("tokens refused, " + how, skewed.answered(UNAUTHORIZED), 0));
    }

    /** Each process keeps the clock it is started with. */
    private static void offset(World world, Duration offset, List<Instance> instances) {
        for (Instance instance : instances) {
            world.platform().set(instance.part(), "SPRINGTIDE_CLOCK_OFFSET", offset.toString());
        }
        world.restart(instances);
    }

    private static int count(World world, String query) throws SQLException {
        try (Connection connection = world.platform().database("orders").connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
