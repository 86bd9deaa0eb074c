package dev.springtide.localstack.faults;

import dev.springtide.embedded.Readiness;
import dev.springtide.localstack.launcher.platform.Part;
import dev.springtide.localstack.launcher.platform.Supervisor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** No byte left on PostgreSQL's disk, log and all, then on Kafka's. */
final class DiskFull implements Scenario {

    /** Megabytes: enough for the orders before, and soon full. */
    private static final long SPARE = 192;

    private static final Duration FULL = Duration.ofMinutes(1);
    private static final Duration BRIEF = Duration.ofSeconds(4);
    private static final Duration HEALING = Duration.ofMinutes(3);
    private static final int SLOWEST_REFUSAL = 1_000;
    private static final int MOST_SEGMENTS = 200;
    private static final int FASTER = 3;
    private static final double ALMOST_ALL = 0.99;
    private static final double SHARE = 0.999;

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public String about() {
        return "PostgreSQL's disk full until it cannot write its log, then Kafka's: nothing is"
                + " acknowledged without a commit, all heals when there is room again";
    }

    /** In a short run both move to small disks at the same time. */
    @Override
    public void run(World world) throws Exception {
        if (world.settings().brief()) {
            onSmallDisks(world, List.of(Part.POSTGRES, Part.KAFKA));
        } else {
            onSmallDisks(world, List.of(Part.POSTGRES));
            onSmallDisks(world, List.of(Part.KAFKA));
        }
    }

    private static void onSmallDisks(World world, List<Part> parts) throws Exception {
        try (SmallDisks disks = new SmallDisks(world, SPARE)) {
            disks.take(parts);
            try (Supervisor supervisor = new Supervisor(world.platform(), world::say)) {
                supervisor.watch();
                for (Part part : parts) {
                    var _ = world.progress().awaitConfirmedAfterNow(HEALING);
                    world.calm();
                    fill(world, part, disks.of(part));
                }
            }
            disks.giveBack(parts);
        }
    }

    private static void fill(World world, Part part, SmallDisk disk) throws Exception {
        if (part == Part.KAFKA) {
            kafka(world, disk);
        } else {
            postgres(world, disk);
        }
    }

    private static void postgres(World world, SmallDisk disk) throws Exception {
        disk.fill();
        refused(world, "data");
        giveRoom(world, disk, "data");
        // Else so many wait already that nobody new would come.
        world.calm();
        // A connection made without room would fail before it could ask for anything.
        try (Connection connection = world.platform().database("postgres").connect()) {
            disk.fill();
            useUpTheLog(world, connection);
        }
        // It gives up segments when it comes back.
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            var _ = clock.scheduleWithFixedDelay(disk::fill, 0, 100, TimeUnit.MILLISECONDS);
            refused(world, "log");
        }
        giveRoom(world, disk, "log");
    }

    private static void giveRoom(World world, SmallDisk disk, String what) throws Exception {
        long begin = System.nanoTime();
        disk.empty();
        if (!Readiness.within(HEALING).until(() -> world.progress().inMotion() >= 0)) {
            throw new IllegalStateException("PostgreSQL did not come back");
        }
        var _ = world.progress().awaitConfirmedAfterNow(HEALING);
        Duration pause = Duration.ofNanos(System.nanoTime() - begin);
        world.measured(Figure.told("confirmed again after there was room for " + what, pause));
    }

    private static void refused(World world, String what) throws InterruptedException {
        Attempts.Span full = world.pass(FULL, BRIEF);
        world.measured(Figure.told("accepted, no room for " + what, full.accepted()));
        world.measured(
                Figure.atMost(
                        "p99, no room for " + what + ", ms",
                        full.quantile(ALMOST_ALL),
                        SLOWEST_REFUSAL));
        world.measured(Figure.atMost("unanswered, no room for " + what, full.unanswered(), 0));
    }

    /** Each switch takes a new segment; without room for one the server panics. */
    private static void useUpTheLog(World world, Connection connection) {
        int segments = 0;
        try (Statement statement = connection.createStatement()) {
            while (segments < MOST_SEGMENTS) {
                statement.execute("SELECT pg_logical_emit_message(false, 'filler', 'x')");
                statement.execute("SELECT pg_switch_wal()");
                segments++;
            }
        } catch (SQLException e) {
            world.say("PostgreSQL: " + e.getMessage());
        }
        world.measured(Figure.told("log segments until PostgreSQL gave up", segments));
    }

    private static void kafka(World world, SmallDisk disk) throws Exception {
        disk.fill();
        Attempts.Span full = world.pass(FULL, BRIEF);
        world.measured(Figure.atLeast("accepted without Kafka's log", full.accepted(), SHARE));
        Backlog backlog = Backlog.of(world);
        disk.empty();
        backlog.measure(FASTER);
    }
}
