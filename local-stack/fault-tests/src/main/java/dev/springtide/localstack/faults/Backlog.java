package dev.springtide.localstack.faults;

import java.sql.SQLException;
import java.time.Duration;

/** Orders that could not go on, counted when the fault is healed, and how fast they drain. */
final class Backlog {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration SHORT_PATIENCE = Duration.ofMinutes(2);

    /** What is always under way at a steady rate: the orders of this many seconds. */
    private static final int USUAL = 2;

    private final World world;
    private final int atHealing;

    private Backlog(World world, int atHealing) {
        this.world = world;
        this.atHealing = atHealing;
    }

    static Backlog of(World world) throws SQLException {
        return new Backlog(world, world.progress().inMotion());
    }

    /**
     * Waits until it is gone. In a short run the rate is only told: the broker's and the clients'
     * start-up is most of it.
     *
     * @param faster how many times the arrival rate it must drain at
     */
    void measure(int faster) {
        int rate = world.settings().rate();
        Duration patience = world.settings().brief() ? SHORT_PATIENCE : PATIENCE;
        Duration drained = world.progress().untilFewer(USUAL * rate, patience);
        double seconds = Math.max(drained.toMillis() / 1000.0, 0.001);
        double ratio = (atHealing + rate * seconds) / seconds / rate;
        world.measured(Figure.told("orders waiting at healing", atHealing));
        world.measured(Figure.told("drained after, s", seconds));
        world.measured(
                world.settings().brief()
                        ? Figure.told("drained at times arrival", ratio)
                        : Figure.atLeast("drained at times arrival", ratio, faster).ofPace());
    }
}
