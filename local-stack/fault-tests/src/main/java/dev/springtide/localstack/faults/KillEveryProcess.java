package dev.springtide.localstack.faults;

import dev.springtide.localstack.launcher.platform.Instance;
import dev.springtide.localstack.launcher.platform.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Every process dies under load, in rounds of a random order, and is started again. */
final class KillEveryProcess implements Scenario {

    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration BRIEF_CALM = Duration.ofSeconds(1);
    private static final Duration HEALING = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "kill-every-process";
    }

    @Override
    public String about() {
        return "SIGKILL of each process in turn, database and broker too: nothing acknowledged is"
                + " lost, the stock adds up every second";
    }

    @Override
    public boolean isPartOfVerify() {
        return true;
    }

    /** 200 kills, each of a process that has to start again, leave little room for orders. */
    @Override
    public int rate() {
        return 48;
    }

    @Override
    public boolean isShortOfLife(boolean brief) {
        return true;
    }

    /** In a short run the next one dies as soon as the one before is back, confirming or not. */
    @Override
    public void run(World world) throws Exception {
        world.supervise();
        try (StockWatch stock = new StockWatch(world)) {
            killAll(world);
            stock.measure();
        }
    }

    private static void killAll(World world) throws Exception {
        int kills = 0;
        Duration longest = Duration.ZERO;
        while (kills < world.settings().kills()
                || world.stream().offered() < world.settings().orders()) {
            for (Instance victim : round(world)) {
                world.killAndAwait(victim);
                kills++;
                if (!world.settings().brief()) {
                    longest = longer(longest, world.progress().awaitConfirmedAfterNow(HEALING));
                }
                world.goOn(CALM, BRIEF_CALM);
            }
        }
        longest = longer(longest, world.progress().awaitConfirmedAfterNow(HEALING));
        world.measured(Figure.atLeast("kills", kills, world.settings().kills()));
        world.measured(
                Figure.atLeast(
                        "orders offered", world.stream().offered(), world.settings().orders()));
        world.measured(Figure.told("longest time until the next confirmed order", longest));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Every process; in a short run one of each part. */
    private static List<Instance> round(World world) {
        List<Instance> all =
                new ArrayList<>(
                        world.settings().brief()
                                ? Arrays.stream(Part.values()).map(world::anyOf).toList()
                                : world.platform().instances());
        Collections.shuffle(all, world.random());
        return all;
    }
}
